CREATE TYPE "public"."notification_kind" AS ENUM('NOTIFICATION', 'ACTION');--> statement-breakpoint
CREATE TYPE "public"."notification_status" AS ENUM('PENDING', 'HELD', 'DELIVERED', 'FAILED', 'WITHDRAWN');--> statement-breakpoint
CREATE TABLE "notification_attempt" (
	"message_key" text NOT NULL,
	"number" smallint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"delivered" boolean NOT NULL,
	"detail" text NOT NULL,
	CONSTRAINT "notification_attempt_message_key_number_pk" PRIMARY KEY("message_key","number")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" text PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"target" text NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"severity" "severity" NOT NULL,
	"reason" text NOT NULL,
	"status" "notification_status" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"message_key" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "timeline" ADD COLUMN "notification_id" text;--> statement-breakpoint
CREATE INDEX "notification_attempt_at" ON "notification_attempt" USING brin ("at");--> statement-breakpoint
CREATE INDEX "notification_of_incident" ON "notification" USING btree ("incident_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_created_at" ON "notification" USING brin ("created_at");
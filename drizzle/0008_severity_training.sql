CREATE TYPE "public"."training_state" AS ENUM('RUNNING', 'DONE', 'FAILED');--> statement-breakpoint
CREATE TABLE "severity_training" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" "training_state" NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"to" timestamp (3) with time zone NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"message" text,
	"model_version" integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX "severity_training_one_running" ON "severity_training" USING btree ("state") WHERE state = 'RUNNING';--> statement-breakpoint
CREATE INDEX "severity_training_asked_at" ON "severity_training" USING btree ("asked_at");
CREATE TABLE "held_notification" (
	"key" text PRIMARY KEY NOT NULL,
	"target" text NOT NULL,
	"incident_id" uuid NOT NULL,
	"severity" "severity" NOT NULL,
	"reason" text NOT NULL,
	"runs" boolean NOT NULL,
	"policy_version" integer NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL,
	"message_key" text
);
--> statement-breakpoint
CREATE TABLE "notification_slot" (
	"key" text PRIMARY KEY NOT NULL,
	"target" text NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "held_notification_waiting" ON "held_notification" USING btree ("target","severity") WHERE message_key is null;--> statement-breakpoint
CREATE INDEX "held_notification_of_message" ON "held_notification" USING btree ("message_key");--> statement-breakpoint
CREATE INDEX "notification_slot_of_target" ON "notification_slot" USING btree ("target");
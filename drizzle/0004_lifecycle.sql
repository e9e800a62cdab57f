CREATE TABLE "knowledge_version" (
	"id" smallint PRIMARY KEY NOT NULL,
	"catalogue" integer NOT NULL,
	"model" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "learned_model" (
	"version" integer PRIMARY KEY NOT NULL,
	"model" jsonb NOT NULL,
	"samples" integer NOT NULL,
	"held_out" jsonb,
	"trained_by" text NOT NULL,
	"trained_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_dependency" (
	"service" text NOT NULL,
	"depends_on" text NOT NULL,
	CONSTRAINT "service_dependency_service_depends_on_pk" PRIMARY KEY("service","depends_on")
);
--> statement-breakpoint
CREATE TABLE "service" (
	"name" text PRIMARY KEY NOT NULL,
	"tier" smallint NOT NULL,
	"owner" text,
	"description" text
);
--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "brought_by" uuid;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "escalation_episode" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "acknowledgement_lapses_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "assignee" text;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "overridden_severity" "severity";--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "overridden_by" text;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "override_reason" text;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "timeline" ADD COLUMN "token_id" text;--> statement-breakpoint
ALTER TABLE "timeline" ADD COLUMN "patch" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "service_dependency" ADD CONSTRAINT "service_dependency_service_service_name_fk" FOREIGN KEY ("service") REFERENCES "public"."service"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_dependency" ADD CONSTRAINT "service_dependency_depends_on_service_name_fk" FOREIGN KEY ("depends_on") REFERENCES "public"."service"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "service_dependency_depends_on" ON "service_dependency" USING btree ("depends_on");--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_brought_by_incident_id_fk" FOREIGN KEY ("brought_by") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_unresolved_of_service" ON "incident" USING btree ("service") WHERE status <> 'RESOLVED';--> statement-breakpoint
CREATE INDEX "incident_snoozed" ON "incident" USING btree ("snoozed_until") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "incident_acknowledgement_lapses" ON "incident" USING btree ("acknowledgement_lapses_at") WHERE acknowledgement_lapses_at is not null;--> statement-breakpoint
CREATE INDEX "incident_merged_into" ON "incident" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
-- The steps of an incident that was reopened have begun anew as often.
UPDATE "incident" SET "escalation_episode" = "reopen_count" WHERE "reopen_count" > 0;
CREATE TYPE "public"."change_kind" AS ENUM('UPDATED', 'SEVERITY_CHANGED', 'UNACKNOWLEDGED', 'ACKNOWLEDGED', 'ESCALATED', 'REOPENED', 'RESOLVED', 'OPENED');--> statement-breakpoint
CREATE TYPE "public"."incident_status" AS ENUM('OPEN', 'ACKNOWLEDGED', 'RESOLVED');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('VIEWER', 'INGESTER', 'RESPONDER', 'ADMIN');--> statement-breakpoint
CREATE TYPE "public"."severity" AS ENUM('LOW', 'MEDIUM', 'HIGH', 'CRITICAL');--> statement-breakpoint
CREATE TYPE "public"."signal_outcome" AS ENUM('OPENED', 'JOINED', 'REOPENED', 'RESOLVED', 'LOGGED', 'SUPPRESSED');--> statement-breakpoint
CREATE TYPE "public"."signal_state" AS ENUM('FIRING', 'RESOLVED');--> statement-breakpoint
CREATE TYPE "public"."timeline_kind" AS ENUM('OPENED', 'ALERT_JOINED', 'ALERT_RESOLVED', 'SEVERITY_RAISED', 'SEVERITY_LOWERED', 'ACKNOWLEDGED', 'UNACKNOWLEDGED', 'RESOLVED', 'REOPENED', 'ESCALATED', 'NOTIFIED', 'NOTIFICATION_FAILED', 'NOTE_ADDED');--> statement-breakpoint
CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"dedup_key" text NOT NULL,
	"source" text NOT NULL,
	"service" text NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"state" "signal_state" NOT NULL,
	"signal_count" integer NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"labels" jsonb NOT NULL,
	"metrics" jsonb NOT NULL,
	CONSTRAINT "alert_once_per_incident" UNIQUE("incident_id","dedup_key")
);
--> statement-breakpoint
CREATE TABLE "baseline" (
	"key" text PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change" (
	"position" bigint PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"kind" "change_kind" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"previous" jsonb,
	"incident" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "escalation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"incident_id" uuid NOT NULL,
	"signal_id" uuid,
	"policy_version" integer NOT NULL,
	"episode" integer NOT NULL,
	"step" smallint NOT NULL,
	"repeat" smallint NOT NULL,
	"factor" text NOT NULL,
	"reason" text NOT NULL,
	"targets" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "escalation_once" UNIQUE("incident_id","policy_version","episode","step","repeat")
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"id" smallint PRIMARY KEY NOT NULL,
	"epoch" text NOT NULL,
	"head" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"key_hash" "bytea" PRIMARY KEY NOT NULL,
	"signal_id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "incident_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"service" text NOT NULL,
	"severity" "severity" NOT NULL,
	"status" "incident_status" NOT NULL,
	"stress" double precision NOT NULL,
	"risk" double precision NOT NULL,
	"signal_count" integer NOT NULL,
	"firing_alert_count" integer NOT NULL,
	"decision" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"first_acknowledged_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text,
	"resolved_at" timestamp (3) with time zone,
	"resolved_by" text,
	"resolved_by_rule" boolean,
	"reopen_count" integer NOT NULL,
	"last_signal_at" timestamp (3) with time zone NOT NULL,
	"critical_at" timestamp (3) with time zone,
	"next_escalation_at" timestamp (3) with time zone,
	"escalations_fired" integer NOT NULL,
	"review_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"historical" boolean NOT NULL,
	"policy_version" integer NOT NULL,
	"group_key" text,
	"labels" jsonb NOT NULL,
	"memory" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"version" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_version_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"document" jsonb NOT NULL,
	"active" boolean NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signal" (
	"id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"source" text NOT NULL,
	"service" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"url" text,
	"state" "signal_state" NOT NULL,
	"dedup_key" text NOT NULL,
	"group_key" text,
	"reported_severity" "severity",
	"confidence" double precision,
	"metrics" jsonb NOT NULL,
	"labels" jsonb NOT NULL,
	"historical" boolean NOT NULL,
	"outcome" "signal_outcome" NOT NULL,
	"incident_id" uuid,
	"decision" jsonb NOT NULL,
	CONSTRAINT "signal_id_received_at_pk" PRIMARY KEY("id","received_at")
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"minute" timestamp (3) with time zone NOT NULL,
	"service" text NOT NULL,
	"signals" integer NOT NULL,
	"alerts" integer NOT NULL,
	"incidents" integer NOT NULL,
	"notifications" integer NOT NULL,
	CONSTRAINT "tally_minute_service_pk" PRIMARY KEY("minute","service")
);
--> statement-breakpoint
CREATE TABLE "timeline" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "timeline_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"incident_id" uuid NOT NULL,
	"kind" timeline_kind NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"rule_id" text NOT NULL,
	"message" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline" ADD CONSTRAINT "timeline_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_firing" ON "alert" USING btree ("dedup_key") WHERE state = 'FIRING';--> statement-breakpoint
CREATE INDEX "change_of_incident" ON "change" USING btree ("incident_id","at");--> statement-breakpoint
CREATE INDEX "change_at" ON "change" USING brin ("at");--> statement-breakpoint
CREATE INDEX "escalation_of_signal" ON "escalation" USING btree ("signal_id") WHERE signal_id is not null;--> statement-breakpoint
CREATE INDEX "idempotency_received_at" ON "idempotency" USING brin ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_number" ON "incident" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "incident_one_open_per_group" ON "incident" USING btree ("group_key","historical") WHERE status <> 'RESOLVED';--> statement-breakpoint
CREATE INDEX "incident_resolved_of_group" ON "incident" USING btree ("group_key","resolved_at") WHERE status = 'RESOLVED';--> statement-breakpoint
CREATE INDEX "incident_opened_at" ON "incident" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "incident_unresolved" ON "incident" USING btree ("severity","opened_at") WHERE status <> 'RESOLVED';--> statement-breakpoint
CREATE INDEX "incident_critical_at" ON "incident" USING btree ("critical_at") WHERE critical_at is not null;--> statement-breakpoint
CREATE INDEX "incident_resolved_at" ON "incident" USING btree ("resolved_at") WHERE resolved_at is not null;--> statement-breakpoint
CREATE INDEX "incident_next_escalation" ON "incident" USING btree ("next_escalation_at") WHERE next_escalation_at is not null and not historical;--> statement-breakpoint
CREATE INDEX "incident_review" ON "incident" USING btree ("review_at") WHERE review_at is not null and not historical;--> statement-breakpoint
CREATE UNIQUE INDEX "policy_one_active" ON "policy" USING btree ("active") WHERE active;--> statement-breakpoint
CREATE INDEX "timeline_of_incident" ON "timeline" USING btree ("incident_id","id");
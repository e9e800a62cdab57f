ALTER TYPE "public"."timeline_kind" ADD VALUE 'SNOOZED';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'SNOOZE_ENDED';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'ASSIGNED';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'SEVERITY_OVERRIDDEN';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'SEVERITY_OVERRIDE_LIFTED';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'MERGED';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'UNMERGED';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'TOOK_IN';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'GAVE_BACK';--> statement-breakpoint
CREATE TABLE "policy_activation" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_activation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version" integer NOT NULL,
	"previous_version" integer,
	"activated_by" text NOT NULL,
	"activated_at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "policy" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "policy_activation" ADD CONSTRAINT "policy_activation_version_policy_version_fk" FOREIGN KEY ("version") REFERENCES "public"."policy"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_activation" ADD CONSTRAINT "policy_activation_previous_version_policy_version_fk" FOREIGN KEY ("previous_version") REFERENCES "public"."policy"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "policy_activation_of_version" ON "policy_activation" USING btree ("version","id");--> statement-breakpoint
CREATE INDEX "signal_received_at" ON "signal" USING brin ("received_at") WITH (autosummarize=true);
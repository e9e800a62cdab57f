ALTER TYPE "public"."timeline_kind" ADD VALUE 'CHILD_JOINED';--> statement-breakpoint
ALTER TYPE "public"."timeline_kind" ADD VALUE 'JOINED_PARENT';--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
CREATE INDEX "incident_parent" ON "incident" USING btree ("parent_id") WHERE parent_id is not null;
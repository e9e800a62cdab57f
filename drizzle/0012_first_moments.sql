ALTER TABLE "incident" ADD COLUMN "source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "highest_severity" "severity" DEFAULT 'LOW' NOT NULL;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "first_resolved_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "first_escalated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "first_snoozed_at" timestamp (3) with time zone;--> statement-breakpoint
-- What the timelines, escalations and alerts of older incidents tell. A merge is no end, nor is what a person did to one of the past.
UPDATE "incident" SET
  "source" = coalesce("opened"."source", CASE WHEN "incident"."group_key" = '["systemic"]' THEN 'vigil' ELSE '' END),
  "highest_severity" = greatest("incident"."severity", "told"."highest"),
  "first_resolved_at" = least("told"."resolved_at",
    CASE WHEN "incident"."status" = 'RESOLVED' AND "incident"."merged_into" IS NULL
      AND ("incident"."resolved_by_rule" OR NOT "incident"."historical") THEN "incident"."resolved_at" END),
  "first_escalated_at" = "fired"."at",
  "first_snoozed_at" = "told"."snoozed_at"
FROM "incident" AS "old"
LEFT JOIN (
  SELECT "timeline"."incident_id", max(("patch"->>'severity')::"severity") AS "highest",
    min("at") FILTER (WHERE "kind" = 'RESOLVED' AND ("actor" = 'vigil' OR NOT "owner"."historical")) AS "resolved_at",
    min("at") FILTER (WHERE "kind" = 'SNOOZED') AS "snoozed_at"
  FROM "timeline" JOIN "incident" AS "owner" ON "owner"."id" = "timeline"."incident_id" GROUP BY 1
) AS "told" ON "told"."incident_id" = "old"."id"
LEFT JOIN (SELECT "incident_id", min("at") AS "at" FROM "escalation" GROUP BY 1) AS "fired" ON "fired"."incident_id" = "old"."id"
LEFT JOIN (
  SELECT DISTINCT ON (coalesce("brought_by", "incident_id")) coalesce("brought_by", "incident_id") AS "id", "source"
  FROM "alert" ORDER BY coalesce("brought_by", "incident_id"), "first_seen_at", "alert"."id"
) AS "opened" ON "opened"."id" = "old"."id"
WHERE "old"."id" = "incident"."id";

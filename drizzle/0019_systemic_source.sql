-- 0012 told a systemic incident's source by its alerts, where it had some of its own: those of an incident that was merged into it. The
-- rollups by source are built anew where that was so.
WITH "mended" AS (
  UPDATE "incident" SET "source" = 'vigil' WHERE "group_key" = '["systemic"]' AND "source" <> 'vigil' RETURNING 1
)
DELETE FROM "metric_build" WHERE EXISTS (SELECT FROM "mended");

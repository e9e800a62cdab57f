CREATE TABLE "noisy_alert" (
	"day" timestamp (3) with time zone NOT NULL,
	"dedup_key" text NOT NULL,
	"historical" boolean NOT NULL,
	"service" text NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"signals" integer NOT NULL,
	"occurrences" integer NOT NULL,
	CONSTRAINT "noisy_alert_pk" PRIMARY KEY("day","dedup_key","historical")
);
--> statement-breakpoint
-- What the alerts of before sent, on the day on which each was first seen.
INSERT INTO "noisy_alert" ("day", "dedup_key", "historical", "service", "title", "source", "signals", "occurrences")
SELECT date_trunc('day', "first_seen_at", 'UTC'), "dedup_key", "historical",
  (array_agg("alert"."service" ORDER BY "last_seen_at" DESC))[1], (array_agg("alert"."title" ORDER BY "last_seen_at" DESC))[1],
  (array_agg("alert"."source" ORDER BY "last_seen_at" DESC))[1],
  sum(greatest(1, "alert"."signal_count" - "alert"."signal_count" % 16)), count(*)
FROM "alert" JOIN "incident" ON "incident"."id" = "alert"."incident_id"
-- A key that is its signal's id is never seen again, and is no noise.
WHERE "alert"."signal_count" > 1 OR "dedup_key" !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
GROUP BY 1, 2, 3;

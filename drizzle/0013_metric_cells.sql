CREATE TYPE "public"."metric_cell_kind" AS ENUM('SERVICE_HOUR', 'SERVICE_DAY', 'SOURCE_DAY', 'RESPONDER_DAY');--> statement-breakpoint
CREATE TABLE "metric_build" (
	"id" smallint PRIMARY KEY NOT NULL,
	"built_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "metric_cell" (
	"kind" "metric_cell_kind" NOT NULL,
	"start" timestamp (3) with time zone NOT NULL,
	"value" text NOT NULL,
	"severity" "severity" NOT NULL,
	"highest_severity" "severity" NOT NULL,
	"historical" boolean NOT NULL,
	"opened" integer NOT NULL,
	"acknowledged" integer NOT NULL,
	"resolved" integer NOT NULL,
	"reopened" integer NOT NULL,
	"escalated" integer NOT NULL,
	"acknowledge_pending" integer NOT NULL,
	"first_resolve_pending" integer NOT NULL,
	"respond_pending" integer NOT NULL,
	"stress_thousandths" bigint NOT NULL,
	"acknowledge_sketch" "bytea" NOT NULL,
	"resolve_by_people_sketch" "bytea" NOT NULL,
	"resolve_by_rule_sketch" "bytea" NOT NULL,
	"first_resolve_sketch" "bytea" NOT NULL,
	"respond_sketch" "bytea" NOT NULL,
	"compact_bytes" integer NOT NULL,
	CONSTRAINT "metric_cell_pk" PRIMARY KEY("kind","start","value","severity","highest_severity","historical")
);
--> statement-breakpoint
-- The cells of this hour and this day are written again and again. Their sketches are dense already, and short as long as they can be.
ALTER TABLE "metric_cell" SET (fillfactor = 70, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);--> statement-breakpoint
ALTER TABLE "metric_cell" ALTER COLUMN "acknowledge_sketch" SET STORAGE EXTERNAL, ALTER COLUMN "resolve_by_people_sketch" SET STORAGE EXTERNAL,
  ALTER COLUMN "resolve_by_rule_sketch" SET STORAGE EXTERNAL, ALTER COLUMN "first_resolve_sketch" SET STORAGE EXTERNAL,
  ALTER COLUMN "respond_sketch" SET STORAGE EXTERNAL;

CREATE TABLE "maintenance_window" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"matchers" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"rule" text,
	"time_zone" text NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"author" text NOT NULL,
	"comment" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_by" text,
	"suppressed_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "silence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"matchers" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"author" text NOT NULL,
	"comment" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expired_by" text,
	"suppressed_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressed_alert" (
	"dedup_key" text NOT NULL,
	"historical" boolean NOT NULL,
	"source" text NOT NULL,
	"service" text NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"severity" "severity" NOT NULL,
	"labels" jsonb NOT NULL,
	"signal_count" integer NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"stale_at" timestamp (3) with time zone,
	"suppressed_by" jsonb NOT NULL,
	CONSTRAINT "suppressed_alert_dedup_key_historical_pk" PRIMARY KEY("dedup_key","historical")
);
--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "state_history" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "state_checked_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "flapping" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tally" ADD COLUMN "suppressed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "maintenance_window_ends_at" ON "maintenance_window" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "silence_ends_at" ON "silence" USING btree ("ends_at");
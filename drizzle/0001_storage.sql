-- What the table declarations cannot say: partitions, fill factors and the feed's one row.

-- Signals are partitioned by the day of receipt; whole days are dropped when they are too old.
-- The default partition takes what no day's partition was made for in time.
ALTER TABLE "signal" RENAME TO "signal_unpartitioned";--> statement-breakpoint
CREATE TABLE "signal" (LIKE "signal_unpartitioned" INCLUDING DEFAULTS) PARTITION BY RANGE ("received_at");--> statement-breakpoint
DROP TABLE "signal_unpartitioned";--> statement-breakpoint
ALTER TABLE "signal" ADD CONSTRAINT "signal_id_received_at_pk" PRIMARY KEY ("id", "received_at");--> statement-breakpoint
CREATE TABLE "signal_default" PARTITION OF "signal" DEFAULT;--> statement-breakpoint

-- Rows that are updated again and again keep their place in the page.
ALTER TABLE "incident" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "alert" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "baseline" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "tally" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "feed" SET (fillfactor = 10, autovacuum_vacuum_threshold = 50, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint

-- Cursors of another database must not be mistaken for this one's.
INSERT INTO "feed" ("id", "epoch", "head") VALUES (1, encode(substring(uuid_send(gen_random_uuid()) FROM 1 FOR 6), 'hex'), 0);

ALTER TABLE "feed" ADD COLUMN "batches" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Whether there ever was a signal is read from here.
UPDATE "feed" SET "batches" = 1 WHERE EXISTS (SELECT FROM "tally");

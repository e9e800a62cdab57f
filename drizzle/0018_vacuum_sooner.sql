-- Where a few hundred rows are written anew by every batch, thousands of dead ones spread them over many times their pages before they were
-- vacuumed, and the pages stay. On a large table the share decides as before.
ALTER TABLE "incident" SET (autovacuum_vacuum_threshold = 200);--> statement-breakpoint
ALTER TABLE "alert" SET (autovacuum_vacuum_threshold = 200);--> statement-breakpoint
ALTER TABLE "baseline" SET (autovacuum_vacuum_threshold = 200);--> statement-breakpoint
ALTER TABLE "tally" SET (autovacuum_vacuum_threshold = 200);

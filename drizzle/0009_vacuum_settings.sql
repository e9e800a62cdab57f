-- Rows that every batch writes anew: vacuumed by their number rather than by their share, so that these tables stay as small as they are.
ALTER TABLE "incident" SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);--> statement-breakpoint
ALTER TABLE "alert" SET (autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);--> statement-breakpoint
ALTER TABLE "baseline" SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0, toast.autovacuum_vacuum_threshold = 1000, toast.autovacuum_vacuum_scale_factor = 0.02);--> statement-breakpoint
ALTER TABLE "tally" SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);--> statement-breakpoint
-- Only appended to, and trimmed at the other end: what was trimmed makes room for what comes.
ALTER TABLE "change" SET (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0.05);--> statement-breakpoint
ALTER TABLE "idempotency" SET (autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_scale_factor = 0.05);

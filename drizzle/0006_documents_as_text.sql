-- One statement a table, so that its rows are written anew once.
ALTER TABLE "alert" ALTER COLUMN "metrics" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "baseline" ALTER COLUMN "state" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "change" ALTER COLUMN "previous" SET DATA TYPE json, ALTER COLUMN "incident" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "incident" ALTER COLUMN "decision" SET DATA TYPE json, ALTER COLUMN "memory" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "signal" ALTER COLUMN "metrics" SET DATA TYPE json, ALTER COLUMN "labels" SET DATA TYPE json, ALTER COLUMN "decision" SET DATA TYPE json;

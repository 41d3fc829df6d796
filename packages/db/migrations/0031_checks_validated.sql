ALTER TABLE "users" VALIDATE CONSTRAINT "users_status";--> statement-breakpoint
ALTER TABLE "ops_records" VALIDATE CONSTRAINT "ops_records_kind";

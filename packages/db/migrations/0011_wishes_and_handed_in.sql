ALTER TABLE "notification_settings" ADD COLUMN "in_digest" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "digest_at" time DEFAULT '07:15' NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "days_off" text DEFAULT 'object' NOT NULL;--> statement-breakpoint
CREATE INDEX "pending_decisions_by_doer" ON "pending_decisions" USING gin ("except_user_ids");--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_days_off" CHECK ("notification_settings"."days_off" in ('object', 'weekend'));
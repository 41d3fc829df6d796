CREATE INDEX CONCURRENTLY IF NOT EXISTS "files_failed" ON "files" USING btree ("created_at") WHERE status = 'failed';--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "outbox_relayed" ON "outbox" USING btree ("relayed_at") WHERE relayed_at is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "outbox_reminders" ON "outbox" USING btree ("object_id","created_at") WHERE type = 'fact.returned_reminder';--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "bot_updates_done" ON "bot_updates" USING btree ("done_at") WHERE done_at is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "chat_cards_by_age" ON "chat_cards" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "deliveries_over" ON "deliveries" USING btree ("created_at") WHERE status in ('sent', 'superseded', 'failed');--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "deliveries_by_notification" ON "deliveries" USING btree ("notification_id") WHERE notification_id is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "notifications_by_age" ON "notifications" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "refresh_tokens_by_expiry" ON "refresh_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "sessions_by_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "sign_in_links_by_expiry" ON "sign_in_links" USING btree ("expires_at");

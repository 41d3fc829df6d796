CREATE INDEX "audit_by_type" ON "audit_log" USING btree ("entity_type","id");--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_by_words" ON "audit_log" USING gin ((to_tsvector('russian', coalesce(reason, ''))
        || jsonb_to_tsvector('russian', coalesce(before, '{}'), '["string", "numeric"]')
        || jsonb_to_tsvector('russian', coalesce(after, '{}'), '["string", "numeric"]')));
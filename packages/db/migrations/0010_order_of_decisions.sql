DROP INDEX "pending_decisions_by_holder";--> statement-breakpoint
DROP INDEX "pending_decisions_by_right";--> statement-breakpoint
ALTER TABLE "pending_decisions" ADD COLUMN "sort_day" date GENERATED ALWAYS AS (coalesce(due_on, 'infinity'::date)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "pending_decisions" ADD COLUMN "sort_since" timestamp (3) with time zone GENERATED ALWAYS AS (case when batch is null then since
          else coalesce(due_on, 'infinity'::date)::timestamp at time zone 'UTC' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "pending_decisions" ADD COLUMN "sort_id" integer GENERATED ALWAYS AS (case when batch is null then entity_id else object_id end) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "pending_decisions_by_company" ON "pending_decisions" USING btree ("permission","sort_day","sort_since",kind collate "C","sort_id") WHERE holder_id is null and company_wide;--> statement-breakpoint
CREATE INDEX "pending_decisions_by_holder" ON "pending_decisions" USING btree ("holder_id","sort_day","sort_since",kind collate "C","sort_id") WHERE holder_id is not null;--> statement-breakpoint
CREATE INDEX "pending_decisions_by_right" ON "pending_decisions" USING btree ("object_id","permission","sort_day","sort_since",kind collate "C","sort_id") WHERE holder_id is null;
ALTER TABLE "team_removals" ADD COLUMN "zones_to" integer;--> statement-breakpoint
ALTER TABLE "zones" ADD COLUMN "without_foreman_since" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "zones" SET "without_foreman_since" = now() WHERE "foreman_id" IS NULL;--> statement-breakpoint
INSERT INTO "pending_decisions" ("object_id", "entity_type", "entity_id", "kind", "permission", "since")
SELECT "object_id", 'zone', "id", 'zone_to_lead', 'zone.manage', "without_foreman_since" FROM "zones" WHERE "foreman_id" IS NULL;--> statement-breakpoint
INSERT INTO "pending_decisions" ("object_id", "entity_type", "entity_id", "kind", "permission", "relation", "holder_id", "due_on", "since")
SELECT e."object_id", 'fact', e."id", 'fact_returned', 'fact.reverse', 'author', e."author_id", e."date", coalesce(e."decided_at", e."created_at")
FROM "daily_plan_fact" e
WHERE e."status" = 'returned' AND e."kind" = 'work' AND NOT EXISTS (SELECT FROM "daily_plan_fact" r WHERE r."reverses_id" = e."id");

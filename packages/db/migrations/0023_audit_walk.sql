CREATE TABLE "audit_walk" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"position" bigint NOT NULL,
	"audit_id" bigint NOT NULL,
	"hash" text NOT NULL,
	"whole_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_walk_once" CHECK ("audit_walk"."id" = 1)
);

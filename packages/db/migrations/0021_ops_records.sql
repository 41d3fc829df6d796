CREATE TABLE "ops_records" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ops_records_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ok" boolean NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "ops_records_kind" CHECK ("ops_records"."kind" in ('heartbeat', 'backup', 'files_backup', 'restore_drill', 'deploy'))
);
--> statement-breakpoint
CREATE INDEX "ops_records_latest" ON "ops_records" USING btree ("kind","at","id");
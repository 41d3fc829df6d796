CREATE TABLE "alert_sendings" (
	"alert_id" integer NOT NULL,
	"way" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"error" text,
	CONSTRAINT "alert_sendings_alert_id_way_pk" PRIMARY KEY("alert_id","way"),
	CONSTRAINT "alert_sendings_way" CHECK ("alert_sendings"."way" in ('mail', 'webhook')),
	CONSTRAINT "alert_sendings_status" CHECK ("alert_sendings"."status" in ('queued', 'sent', 'failed', 'spared'))
);
--> statement-breakpoint
CREATE TABLE "alert_states" (
	"name" text PRIMARY KEY NOT NULL,
	"bad" boolean DEFAULT false NOT NULL,
	"differs_since" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alerts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text,
	"kind" text NOT NULL,
	"value" double precision,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alerts_kind" CHECK ("alerts"."kind" in ('begins', 'lasts', 'ends', 'test'))
);
--> statement-breakpoint
CREATE TABLE "audit_personal" (
	"audit_id" bigint NOT NULL,
	"side" text NOT NULL,
	"field" text NOT NULL,
	"user_id" integer,
	"value" text NOT NULL,
	CONSTRAINT "audit_personal_audit_id_side_field_pk" PRIMARY KEY("audit_id","side","field"),
	CONSTRAINT "audit_personal_side" CHECK ("audit_personal"."side" in ('before', 'after'))
);
--> statement-breakpoint
CREATE TABLE "consent_texts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consent_texts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"hash" text NOT NULL,
	"locale" text NOT NULL,
	"text" text NOT NULL,
	"first_used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consent_texts_hash_unique" UNIQUE("hash"),
	CONSTRAINT "consent_texts_locale" CHECK ("consent_texts"."locale" in ('ru', 'en'))
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"user_id" integer NOT NULL,
	"text_id" integer,
	"way" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"erasure_asked_at" timestamp (3) with time zone,
	CONSTRAINT "consents_way" CHECK ("consents"."way" in ('chat', 'app', 'unrecorded')),
	CONSTRAINT "consents_text" CHECK (("consents"."text_id" is null) = ("consents"."way" = 'unrecorded'))
);
--> statement-breakpoint
ALTER TABLE "ops_records" DROP CONSTRAINT "ops_records_kind";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_status";--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "telegram_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_sendings" ADD CONSTRAINT "alert_sendings_alert_id_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alerts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_personal" ADD CONSTRAINT "audit_personal_audit_id_audit_log_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit_log"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_personal" ADD CONSTRAINT "audit_personal_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_text_id_consent_texts_id_fk" FOREIGN KEY ("text_id") REFERENCES "public"."consent_texts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_sendings_queue" ON "alert_sendings" USING btree ("next_attempt_at") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "alerts_by_age" ON "alerts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_personal_by_user" ON "audit_personal" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "audit_personal_by_words" ON "audit_personal" USING gin (to_tsvector('russian', "value"));--> statement-breakpoint
CREATE INDEX "consents_by_user" ON "consents" USING btree ("user_id","id");--> statement-breakpoint
ALTER TABLE "ops_records" ADD CONSTRAINT "ops_records_kind" CHECK ("ops_records"."kind" in ('heartbeat', 'backup', 'files_backup', 'restore_drill', 'deploy', 'audit_check')) NOT VALID;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_status" CHECK ("users"."status" in ('pending', 'active', 'deactivated', 'rejected', 'erased')) NOT VALID;--> statement-breakpoint
-- Nobody was ever stored without their agreement; its text and way were not recorded.
INSERT INTO "consents" ("user_id", "way", "given_at") SELECT "id", 'unrecorded', "created_at" FROM "users" ORDER BY "id";

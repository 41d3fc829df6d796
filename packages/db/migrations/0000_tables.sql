CREATE TABLE "object_calendar_days" (
	"object_id" integer NOT NULL,
	"day" date NOT NULL,
	"working" boolean NOT NULL,
	CONSTRAINT "object_calendar_days_object_id_day_pk" PRIMARY KEY("object_id","day")
);
--> statement-breakpoint
CREATE TABLE "object_workdays" (
	"object_id" integer NOT NULL,
	"day" date NOT NULL,
	"ordinal" integer NOT NULL,
	"provisional" boolean NOT NULL,
	CONSTRAINT "object_workdays_object_id_day_pk" PRIMARY KEY("object_id","day")
);
--> statement-breakpoint
CREATE TABLE "production_calendars" (
	"year" smallint PRIMARY KEY NOT NULL,
	"days_off" date[] NOT NULL,
	"working_weekends" date[] NOT NULL,
	"short_days" date[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_plan_fact" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "daily_plan_fact_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"floor_volume_id" integer NOT NULL,
	"facade_id" integer NOT NULL,
	"work_type_id" integer NOT NULL,
	"date" date NOT NULL,
	"shift" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"quantity" numeric(18, 3) NOT NULL,
	"plan_qty" numeric(18, 3),
	"over_plan" boolean DEFAULT false NOT NULL,
	"day_off" boolean DEFAULT false NOT NULL,
	"workers" integer,
	"hours" numeric(18, 3),
	"crew_id" integer,
	"author_id" integer NOT NULL,
	"notes" text,
	"reason_code" text,
	"reason_text" text,
	"reverses_id" integer,
	"replaces_id" integer,
	"decided_by" integer,
	"decided_at" timestamp (3) with time zone,
	"return_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "daily_plan_fact_reversesId_unique" UNIQUE("reverses_id"),
	CONSTRAINT "fact_quantity" CHECK (abs("daily_plan_fact"."quantity") < 1e9 and "daily_plan_fact"."quantity" <> 0),
	CONSTRAINT "fact_sign" CHECK (("daily_plan_fact"."quantity" < 0) = ("daily_plan_fact"."kind" = 'reversal')),
	CONSTRAINT "fact_reverses" CHECK (("daily_plan_fact"."reverses_id" is not null) = ("daily_plan_fact"."kind" = 'reversal')),
	CONSTRAINT "fact_shift" CHECK ("daily_plan_fact"."shift" in ('day', 'night')),
	CONSTRAINT "fact_kind" CHECK ("daily_plan_fact"."kind" in ('work', 'reversal', 'opening')),
	CONSTRAINT "fact_status" CHECK ("daily_plan_fact"."status" in ('parked', 'submitted', 'confirmed', 'returned')),
	CONSTRAINT "fact_reason" CHECK ("daily_plan_fact"."reason_code" in ('weather_wind', 'weather_temp', 'weather_rain', 'no_front', 'no_material', 'no_drawings', 'no_permit', 'equipment', 'other_trades', 'rework', 'no_people', 'customer_stop', 'accident', 'other', 'remeasure', 'plan_error', 'extra_work')),
	CONSTRAINT "fact_workers" CHECK ("daily_plan_fact"."workers" between 1 and 500),
	CONSTRAINT "fact_hours" CHECK ("daily_plan_fact"."hours" > 0 and "daily_plan_fact"."hours" <= 24)
);
--> statement-breakpoint
CREATE TABLE "fact_photos" (
	"fact_id" integer NOT NULL,
	"file_id" integer NOT NULL,
	CONSTRAINT "fact_photos_fact_id_file_id_pk" PRIMARY KEY("fact_id","file_id"),
	CONSTRAINT "fact_photos_fileId_unique" UNIQUE("file_id")
);
--> statement-breakpoint
CREATE TABLE "journal_photos" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "journal_photos_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"date" date NOT NULL,
	"file_id" integer NOT NULL,
	"author_id" integer NOT NULL,
	"caption" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "journal_photos_fileId_unique" UNIQUE("file_id")
);
--> statement-breakpoint
CREATE TABLE "object_day_sums" (
	"object_id" integer NOT NULL,
	"day" date NOT NULL,
	"work_type_id" integer NOT NULL,
	"quantity" numeric(18, 3) DEFAULT '0' NOT NULL,
	"hours" numeric(20, 6) DEFAULT '0' NOT NULL,
	CONSTRAINT "object_day_sums_object_id_day_work_type_id_pk" PRIMARY KEY("object_id","day","work_type_id")
);
--> statement-breakpoint
CREATE TABLE "object_sums" (
	"object_id" integer PRIMARY KEY NOT NULL,
	"plan_hours" numeric(20, 6) DEFAULT '0' NOT NULL,
	"earned_hours" numeric(20, 6) DEFAULT '0' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "object_work_sums" (
	"object_id" integer NOT NULL,
	"work_type_id" integer NOT NULL,
	"plan_qty" numeric(18, 3) DEFAULT '0' NOT NULL,
	"fact_qty" numeric(18, 3) DEFAULT '0' NOT NULL,
	CONSTRAINT "object_work_sums_object_id_work_type_id_pk" PRIMARY KEY("object_id","work_type_id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"purpose" text NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"name" text NOT NULL,
	"content_type" text,
	"size" integer,
	"sha256" text,
	"storage_key" text NOT NULL,
	"telegram_file_id" text,
	"telegram_unique_id" text,
	"media_group_id" text,
	"width" integer,
	"height" integer,
	"taken_at" timestamp (3) with time zone,
	"uploaded_by" integer NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "files_storageKey_unique" UNIQUE("storage_key"),
	CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('photo', 'document')),
	CONSTRAINT "files_source" CHECK ("files"."source" in ('upload', 'telegram')),
	CONSTRAINT "files_status" CHECK ("files"."status" in ('awaiting', 'stored', 'ready', 'failed')),
	CONSTRAINT "files_telegram" CHECK (("files"."source" = 'telegram') = ("files"."telegram_file_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"position" bigint PRIMARY KEY NOT NULL,
	"audit_id" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_chain_auditId_unique" UNIQUE("audit_id")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"command_id" uuid NOT NULL,
	"action" text NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" integer NOT NULL,
	"object_id" integer,
	"actor_id" integer,
	"actor_job" text,
	"on_behalf_of" integer,
	"by" text,
	"request_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" integer NOT NULL,
	"verb" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_id_verb_key_pk" PRIMARY KEY("actor_id","verb","key")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"command_id" uuid NOT NULL,
	"type" text NOT NULL,
	"object_id" integer,
	"entity_type" text NOT NULL,
	"entity_id" integer NOT NULL,
	"actor_id" integer,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"relayed_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "bot_dialogues" (
	"chat_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"state" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bot_dialogues_chat_id_user_id_pk" PRIMARY KEY("chat_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "bot_updates" (
	"update_id" bigint PRIMARY KEY NOT NULL,
	"chat_id" bigint NOT NULL,
	"payload" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "chat_cards" (
	"chat_id" bigint NOT NULL,
	"card_key" text NOT NULL,
	"message_id" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chat_cards_chat_id_card_key_pk" PRIMARY KEY("chat_id","card_key")
);
--> statement-breakpoint
CREATE TABLE "chat_queues" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"owner" text,
	"lease_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dedupe_key" text NOT NULL,
	"chat_id" bigint NOT NULL,
	"user_id" integer,
	"notification_id" integer,
	"card_key" text,
	"method" text NOT NULL,
	"params" jsonb NOT NULL,
	"priority" smallint NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deliveries_dedupeKey_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notifications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"user_id" integer NOT NULL,
	"key" text NOT NULL,
	"type" text NOT NULL,
	"category" text NOT NULL,
	"priority" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"object_id" integer,
	"entity_type" text,
	"entity_id" integer,
	"deep_link" text NOT NULL,
	"actions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notifications_key" UNIQUE("user_id","key")
);
--> statement-breakpoint
CREATE TABLE "telegram_limits" (
	"scope" text PRIMARY KEY NOT NULL,
	"tokens" numeric(12, 4) NOT NULL,
	"refilled_at" timestamp (3) with time zone NOT NULL,
	"retry_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "facades" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "facades_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"sort" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "facades_objectId_code_unique" UNIQUE("object_id","code"),
	CONSTRAINT "facades_of_object" UNIQUE("object_id","id")
);
--> statement-breakpoint
CREATE TABLE "floors" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "floors_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"code" text NOT NULL,
	"sort" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "floors_objectId_code_unique" UNIQUE("object_id","code"),
	CONSTRAINT "floors_sort" UNIQUE("object_id","sort"),
	CONSTRAINT "floors_of_object" UNIQUE("object_id","id")
);
--> statement-breakpoint
CREATE TABLE "object_roles" (
	"object_id" integer NOT NULL,
	"user_id" integer NOT NULL,
	"role" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "object_roles_object_id_user_id_role_pk" PRIMARY KEY("object_id","user_id","role"),
	CONSTRAINT "object_roles_role" CHECK ("object_roles"."role" in ('admin', 'director', 'curator', 'project_manager', 'design_head', 'designer_opr', 'designer_km', 'designer_kmd', 'supply', 'production', 'construction_itr', 'safety', 'pto', 'contract', 'geodesist', 'installer', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "objects" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "objects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name" text NOT NULL,
	"city" text NOT NULL,
	"address" text NOT NULL,
	"customer" text NOT NULL,
	"contract_no" text,
	"contract_date" date,
	"start_date" date,
	"deadline" date,
	"status" text DEFAULT 'draft' NOT NULL,
	"facade_types" text[] NOT NULL,
	"time_zone" text DEFAULT 'Europe/Moscow' NOT NULL,
	"day_cutoff" time DEFAULT '06:00' NOT NULL,
	"shift_start" time DEFAULT '08:00' NOT NULL,
	"shift_end" time DEFAULT '17:00' NOT NULL,
	"shift_hours" numeric(18, 3) DEFAULT '8' NOT NULL,
	"work_week" smallint[] NOT NULL,
	"follow_transfers" boolean DEFAULT true NOT NULL,
	"budget" numeric(18, 2),
	"approval_limit" numeric(18, 2) DEFAULT '500000' NOT NULL,
	"module_fact_source" text DEFAULT 'entry' NOT NULL,
	"gate_mode" text DEFAULT 'complete' NOT NULL,
	"held_since" date,
	"created_by" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "objects_code_unique" UNIQUE("code"),
	CONSTRAINT "objects_status" CHECK ("objects"."status" in ('draft', 'planning', 'active', 'on_hold', 'completing', 'closed', 'archived')),
	CONSTRAINT "objects_source" CHECK ("objects"."module_fact_source" in ('entry', 'scan')),
	CONSTRAINT "objects_gate" CHECK ("objects"."gate_mode" in ('complete', 'accepted')),
	CONSTRAINT "objects_dates" CHECK ("objects"."start_date" <= "objects"."deadline"),
	CONSTRAINT "objects_week" CHECK (cardinality("objects"."work_week") between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refresh_tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"family" uuid NOT NULL,
	"user_id" integer NOT NULL,
	"token_hash" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "refresh_tokens_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"telegram_id" bigint NOT NULL,
	"full_name" text NOT NULL,
	"phone" text,
	"username" text,
	"role" text,
	"status" text NOT NULL,
	"locale" text DEFAULT 'ru' NOT NULL,
	"time_zone" text DEFAULT 'Europe/Moscow' NOT NULL,
	"unreachable_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "users_telegramId_unique" UNIQUE("telegram_id"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('admin', 'director', 'curator', 'project_manager', 'design_head', 'designer_opr', 'designer_km', 'designer_kmd', 'supply', 'production', 'construction_itr', 'safety', 'pto', 'contract', 'geodesist', 'installer', 'viewer')),
	CONSTRAINT "users_status" CHECK ("users"."status" in ('pending', 'active', 'deactivated', 'rejected')),
	CONSTRAINT "users_locale" CHECK ("users"."locale" in ('ru', 'en')),
	CONSTRAINT "users_active_has_role" CHECK ("users"."status" <> 'active' or "users"."role" is not null)
);
--> statement-breakpoint
CREATE TABLE "crews" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "crews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name" text NOT NULL,
	"lead" text NOT NULL,
	"lead_user_id" integer,
	"size" integer NOT NULL,
	"object_id" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "crews_code_unique" UNIQUE("code"),
	CONSTRAINT "crews_size" CHECK ("crews"."size" between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "floor_volumes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "floor_volumes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"facade_id" integer NOT NULL,
	"floor_id" integer NOT NULL,
	"work_type_id" integer NOT NULL,
	"plan_qty" numeric(18, 3) NOT NULL,
	"fact_qty" numeric(18, 3) DEFAULT '0' NOT NULL,
	"plan_start" date,
	"plan_finish" date,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "floor_volumes_cell" UNIQUE("facade_id","floor_id","work_type_id"),
	CONSTRAINT "floor_volumes_of_object" UNIQUE("object_id","id"),
	CONSTRAINT "floor_volumes_plan" CHECK ("floor_volumes"."plan_qty" > 0 and "floor_volumes"."plan_qty" < 1e9),
	CONSTRAINT "floor_volumes_fact" CHECK ("floor_volumes"."fact_qty" >= 0 and "floor_volumes"."fact_qty" < 1e12),
	CONSTRAINT "floor_volumes_window" CHECK (("floor_volumes"."plan_start" is null) = ("floor_volumes"."plan_finish" is null) and "floor_volumes"."plan_start" <= "floor_volumes"."plan_finish")
);
--> statement-breakpoint
CREATE TABLE "plan_curve" (
	"object_id" integer NOT NULL,
	"facade_id" integer NOT NULL,
	"day" date NOT NULL,
	"hours_through" numeric(20, 6) NOT NULL,
	CONSTRAINT "plan_curve_object_id_facade_id_day_pk" PRIMARY KEY("object_id","facade_id","day")
);
--> statement-breakpoint
CREATE TABLE "work_types" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "work_types_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"norm_hours" numeric(9, 3) NOT NULL,
	"requires_photo" boolean NOT NULL,
	"work_group" text DEFAULT 'other' NOT NULL,
	"sort" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "work_types_code_unique" UNIQUE("code"),
	CONSTRAINT "work_types_unit" CHECK ("work_types"."unit" in ('шт', 'м.п.', 'м²', 'этаж')),
	CONSTRAINT "work_types_group" CHECK ("work_types"."work_group" in ('module', 'bracket', 'other')),
	CONSTRAINT "work_types_norm" CHECK ("work_types"."norm_hours" > 0 and "work_types"."norm_hours" < 1e6)
);
--> statement-breakpoint
ALTER TABLE "object_calendar_days" ADD CONSTRAINT "object_calendar_days_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_workdays" ADD CONSTRAINT "object_workdays_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_facade_id_facades_id_fk" FOREIGN KEY ("facade_id") REFERENCES "public"."facades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_work_type_id_work_types_id_fk" FOREIGN KEY ("work_type_id") REFERENCES "public"."work_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_reverses_id_daily_plan_fact_id_fk" FOREIGN KEY ("reverses_id") REFERENCES "public"."daily_plan_fact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_replaces_id_daily_plan_fact_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."daily_plan_fact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "daily_plan_fact" ADD CONSTRAINT "daily_plan_fact_object_id_floor_volume_id_floor_volumes_object_id_id_fk" FOREIGN KEY ("object_id","floor_volume_id") REFERENCES "public"."floor_volumes"("object_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_photos" ADD CONSTRAINT "fact_photos_fact_id_daily_plan_fact_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."daily_plan_fact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_photos" ADD CONSTRAINT "fact_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_photos" ADD CONSTRAINT "journal_photos_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_photos" ADD CONSTRAINT "journal_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_photos" ADD CONSTRAINT "journal_photos_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_day_sums" ADD CONSTRAINT "object_day_sums_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_day_sums" ADD CONSTRAINT "object_day_sums_work_type_id_work_types_id_fk" FOREIGN KEY ("work_type_id") REFERENCES "public"."work_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_sums" ADD CONSTRAINT "object_sums_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_work_sums" ADD CONSTRAINT "object_work_sums_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_work_sums" ADD CONSTRAINT "object_work_sums_work_type_id_work_types_id_fk" FOREIGN KEY ("work_type_id") REFERENCES "public"."work_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_chain" ADD CONSTRAINT "audit_chain_audit_id_audit_log_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit_log"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_on_behalf_of_users_id_fk" FOREIGN KEY ("on_behalf_of") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facades" ADD CONSTRAINT "facades_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floors" ADD CONSTRAINT "floors_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_roles" ADD CONSTRAINT "object_roles_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_roles" ADD CONSTRAINT "object_roles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objects" ADD CONSTRAINT "objects_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crews" ADD CONSTRAINT "crews_lead_user_id_users_id_fk" FOREIGN KEY ("lead_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crews" ADD CONSTRAINT "crews_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_volumes" ADD CONSTRAINT "floor_volumes_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_volumes" ADD CONSTRAINT "floor_volumes_work_type_id_work_types_id_fk" FOREIGN KEY ("work_type_id") REFERENCES "public"."work_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_volumes" ADD CONSTRAINT "floor_volumes_object_id_facade_id_facades_object_id_id_fk" FOREIGN KEY ("object_id","facade_id") REFERENCES "public"."facades"("object_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_volumes" ADD CONSTRAINT "floor_volumes_object_id_floor_id_floors_object_id_id_fk" FOREIGN KEY ("object_id","floor_id") REFERENCES "public"."floors"("object_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_curve" ADD CONSTRAINT "plan_curve_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_curve" ADD CONSTRAINT "plan_curve_facade_id_facades_id_fk" FOREIGN KEY ("facade_id") REFERENCES "public"."facades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "object_workdays_by_ordinal" ON "object_workdays" USING btree ("object_id","ordinal");--> statement-breakpoint
CREATE INDEX "fact_by_day" ON "daily_plan_fact" USING btree ("object_id","date","id");--> statement-breakpoint
CREATE INDEX "fact_by_volume" ON "daily_plan_fact" USING btree ("floor_volume_id","date","id");--> statement-breakpoint
CREATE INDEX "fact_by_work" ON "daily_plan_fact" USING btree ("facade_id","work_type_id","date","id");--> statement-breakpoint
CREATE INDEX "fact_waiting" ON "daily_plan_fact" USING btree ("object_id","id") WHERE status = 'submitted' and kind = 'work';--> statement-breakpoint
CREATE INDEX "fact_by_author" ON "daily_plan_fact" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "journal_by_day" ON "journal_photos" USING btree ("object_id","date","id");--> statement-breakpoint
CREATE INDEX "files_to_work" ON "files" USING btree ("next_attempt_at","id") WHERE status in ('awaiting', 'stored');--> statement-breakpoint
CREATE INDEX "files_by_album" ON "files" USING btree ("uploaded_by","media_group_id") WHERE media_group_id is not null;--> statement-breakpoint
CREATE INDEX "audit_by_entity" ON "audit_log" USING btree ("entity_type","entity_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_object" ON "audit_log" USING btree ("object_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_actor" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE relayed_at is null;--> statement-breakpoint
CREATE INDEX "bot_updates_waiting" ON "bot_updates" USING btree ("chat_id","update_id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "deliveries_queue" ON "deliveries" USING btree ("priority","id") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "deliveries_in_flight" ON "deliveries" USING btree ("chat_id") WHERE status = 'sending';--> statement-breakpoint
CREATE INDEX "deliveries_by_chat" ON "deliveries" USING btree ("chat_id","id") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "notifications_by_user" ON "notifications" USING btree ("user_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","category") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "object_roles_by_user" ON "object_roles" USING btree ("user_id","object_id");--> statement-breakpoint
CREATE INDEX "objects_by_name" ON "objects" USING btree ("name" collate "ru-x-icu","id");--> statement-breakpoint
CREATE INDEX "objects_by_deadline" ON "objects" USING btree ("deadline","id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_by_family" ON "refresh_tokens" USING btree ("family");--> statement-breakpoint
CREATE INDEX "refresh_tokens_by_user" ON "refresh_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "users_by_name" ON "users" USING btree ("full_name" collate "ru-x-icu","id");--> statement-breakpoint
CREATE INDEX "users_by_status" ON "users" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "crews_by_object" ON "crews" USING btree ("object_id","id");--> statement-breakpoint
CREATE INDEX "floor_volumes_by_work" ON "floor_volumes" USING btree ("object_id","work_type_id","id");
CREATE TABLE "gpr_answers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gpr_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"shift_id" integer NOT NULL,
	"gpr_id" integer NOT NULL,
	"object_id" integer NOT NULL,
	"owner_id" integer NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"rows" jsonb NOT NULL,
	"moved" integer NOT NULL,
	"text" text,
	"answered_by" integer,
	"answered_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gpr_answer_status" CHECK ("gpr_answers"."status" in ('open', 'agreed', 'objected', 'closed')),
	CONSTRAINT "gpr_answer_given" CHECK (("gpr_answers"."status" = 'open') = ("gpr_answers"."answered_at" is null)),
	CONSTRAINT "gpr_answer_words" CHECK ("gpr_answers"."status" <> 'objected' or "gpr_answers"."text" is not null)
);
--> statement-breakpoint
CREATE TABLE "gpr_forecasts" (
	"gpr_id" integer NOT NULL,
	"key" uuid NOT NULL,
	"held_until" date,
	"added" integer DEFAULT 0 NOT NULL,
	"actual_start" date,
	"actual_finish" date,
	"remaining" integer,
	"remaining_on" date,
	CONSTRAINT "gpr_forecasts_gpr_id_key_pk" PRIMARY KEY("gpr_id","key"),
	CONSTRAINT "gpr_forecast_added" CHECK ("gpr_forecasts"."added" between 0 and 10000),
	CONSTRAINT "gpr_forecast_fact" CHECK ("gpr_forecasts"."actual_finish" is null or "gpr_forecasts"."actual_start" <= "gpr_forecasts"."actual_finish"),
	CONSTRAINT "gpr_forecast_remaining" CHECK ("gpr_forecasts"."remaining" between 1 and 20000),
	CONSTRAINT "gpr_forecast_remaining_on" CHECK (num_nonnulls("gpr_forecasts"."remaining", "gpr_forecasts"."remaining_on") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "gpr_shifts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gpr_shifts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"gpr_id" integer NOT NULL,
	"object_id" integer NOT NULL,
	"how" jsonb NOT NULL,
	"reason" text NOT NULL,
	"rows" jsonb NOT NULL,
	"chosen" integer NOT NULL,
	"moved" integer NOT NULL,
	"finish_before" date NOT NULL,
	"finish_after" date NOT NULL,
	"finish_days" integer NOT NULL,
	"shifted_by" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "gpr_templates" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gpr_templates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"links" jsonb NOT NULL,
	"created_by" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gpr_templates_code_unique" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "gpr_rows" ADD COLUMN "facade_id" integer;--> statement-breakpoint
ALTER TABLE "gpr_answers" ADD CONSTRAINT "gpr_answers_shift_id_gpr_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."gpr_shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_answers" ADD CONSTRAINT "gpr_answers_gpr_id_gpr_versions_id_fk" FOREIGN KEY ("gpr_id") REFERENCES "public"."gpr_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_answers" ADD CONSTRAINT "gpr_answers_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_answers" ADD CONSTRAINT "gpr_answers_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_answers" ADD CONSTRAINT "gpr_answers_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_forecasts" ADD CONSTRAINT "gpr_forecasts_row" FOREIGN KEY ("gpr_id","key") REFERENCES "public"."gpr_rows"("gpr_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_shifts" ADD CONSTRAINT "gpr_shifts_gpr_id_gpr_versions_id_fk" FOREIGN KEY ("gpr_id") REFERENCES "public"."gpr_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_shifts" ADD CONSTRAINT "gpr_shifts_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_shifts" ADD CONSTRAINT "gpr_shifts_shifted_by_users_id_fk" FOREIGN KEY ("shifted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_templates" ADD CONSTRAINT "gpr_templates_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gpr_answers_one_an_owner" ON "gpr_answers" USING btree ("shift_id","owner_id");--> statement-breakpoint
CREATE INDEX "gpr_answers_by_owner" ON "gpr_answers" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "gpr_answers_open" ON "gpr_answers" USING btree ("gpr_id","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "gpr_shifts_of" ON "gpr_shifts" USING btree ("gpr_id","id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "gpr_templates_names" ON "gpr_templates" USING btree ("name") WHERE archived_at is null;--> statement-breakpoint
ALTER TABLE "gpr_rows" ADD CONSTRAINT "gpr_rows_facade_id_facades_id_fk" FOREIGN KEY ("facade_id") REFERENCES "public"."facades"("id") ON DELETE no action ON UPDATE no action NOT VALID;
CREATE TABLE "extra_work_steps" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "extra_work_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"extra_id" integer NOT NULL,
	"stage" text NOT NULL,
	"document" text NOT NULL,
	"by_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	CONSTRAINT "extra_work_step_stage" CHECK ("extra_work_steps"."stage" in ('verbal', 'letter', 'confirmed', 'presented'))
);
--> statement-breakpoint
CREATE TABLE "extra_works" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "extra_works_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"title" text NOT NULL,
	"quantity" numeric(18, 3) NOT NULL,
	"unit" text NOT NULL,
	"place" text NOT NULL,
	"ordered_by" text NOT NULL,
	"status" text NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"stage" text NOT NULL,
	"stage_since" timestamp (3) with time zone NOT NULL,
	"price" numeric(18, 2),
	"document" text,
	"facade_id" integer,
	"floor_id" integer,
	"work_type_id" integer,
	"author_id" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "extra_work_status" CHECK ("extra_works"."status" in ('reported', 'accepted', 'rejected')),
	CONSTRAINT "extra_work_stage" CHECK ("extra_works"."stage" in ('verbal', 'letter', 'confirmed', 'presented')),
	CONSTRAINT "extra_work_unit" CHECK ("extra_works"."unit" in ('шт', 'м.п.', 'м²', 'этаж')),
	CONSTRAINT "extra_work_quantity" CHECK ("extra_works"."quantity" > 0 and "extra_works"."quantity" < 1e9),
	CONSTRAINT "extra_work_price" CHECK ("extra_works"."price" >= 0),
	CONSTRAINT "extra_work_volume" CHECK (num_nonnulls("extra_works"."document", "extra_works"."facade_id", "extra_works"."floor_id", "extra_works"."work_type_id") = case "extra_works"."status" when 'accepted' then 4 else 0 end)
);
--> statement-breakpoint
CREATE TABLE "plan_revisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"facade" text NOT NULL,
	"floor" text NOT NULL,
	"work_type_id" integer NOT NULL,
	"old_qty" numeric(18, 3),
	"new_qty" numeric(18, 3),
	"reason" text,
	"document" text,
	"extra_id" integer,
	"author_id" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plan_revision_changes" CHECK ("plan_revisions"."old_qty" is distinct from "plan_revisions"."new_qty")
);
--> statement-breakpoint
ALTER TABLE "extra_work_steps" ADD CONSTRAINT "extra_work_steps_extra_id_extra_works_id_fk" FOREIGN KEY ("extra_id") REFERENCES "public"."extra_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_work_steps" ADD CONSTRAINT "extra_work_steps_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_works" ADD CONSTRAINT "extra_works_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extra_works" ADD CONSTRAINT "extra_works_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_revisions" ADD CONSTRAINT "plan_revisions_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_revisions" ADD CONSTRAINT "plan_revisions_work_type_id_work_types_id_fk" FOREIGN KEY ("work_type_id") REFERENCES "public"."work_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_revisions" ADD CONSTRAINT "plan_revisions_extra_id_extra_works_id_fk" FOREIGN KEY ("extra_id") REFERENCES "public"."extra_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_revisions" ADD CONSTRAINT "plan_revisions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extra_work_steps_of" ON "extra_work_steps" USING btree ("extra_id","id");--> statement-breakpoint
CREATE INDEX "extra_works_by_age" ON "extra_works" USING btree ("object_id","stage_since","id");--> statement-breakpoint
CREATE INDEX "plan_revisions_of_object" ON "plan_revisions" USING btree ("object_id","created_at","id");
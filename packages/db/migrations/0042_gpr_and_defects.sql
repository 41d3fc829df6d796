CREATE TABLE "defects" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "defects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"severity" text NOT NULL,
	"rank" smallint GENERATED ALWAYS AS (case severity when 'critical' then 1 when 'major' then 2 else 3 end) STORED NOT NULL,
	"origin" text NOT NULL,
	"facade_id" integer NOT NULL,
	"facade" text NOT NULL,
	"floor_id" integer,
	"floor" text,
	"axes" text,
	"work_type_id" integer,
	"crew_id" integer,
	"status" text NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"reporter_id" integer NOT NULL,
	"responsible_id" integer,
	"due_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "defect_number_of_object" UNIQUE("object_id","number"),
	CONSTRAINT "defect_status" CHECK ("defects"."status" in ('open', 'assigned', 'in_work', 'fixed', 'verified', 'disputed', 'reopened', 'cancelled')),
	CONSTRAINT "defect_severity" CHECK ("defects"."severity" in ('critical', 'major', 'minor')),
	CONSTRAINT "defect_origin" CHECK ("defects"."origin" in ('installation', 'factory')),
	CONSTRAINT "defect_number" CHECK ("defects"."number" > 0),
	CONSTRAINT "defect_floor" CHECK (num_nulls("defects"."floor_id", "defects"."floor") in (0, 2)),
	CONSTRAINT "defect_responsible" CHECK ("defects"."responsible_id" is not null or "defects"."status" in ('open', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "gpr_links" (
	"gpr_id" integer NOT NULL,
	"from" uuid NOT NULL,
	"to" uuid NOT NULL,
	"type" text NOT NULL,
	"lag" integer NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "gpr_links_gpr_id_to_from_type_pk" PRIMARY KEY("gpr_id","to","from","type"),
	CONSTRAINT "gpr_link_type" CHECK ("gpr_links"."type" in ('FS', 'SS', 'FF', 'SF')),
	CONSTRAINT "gpr_link_unit" CHECK ("gpr_links"."unit" in ('work', 'elapsed')),
	CONSTRAINT "gpr_link_itself" CHECK ("gpr_links"."from" <> "gpr_links"."to"),
	CONSTRAINT "gpr_link_lag" CHECK (abs("gpr_links"."lag") <= 10000)
);
--> statement-breakpoint
CREATE TABLE "gpr_rows" (
	"gpr_id" integer NOT NULL,
	"key" uuid NOT NULL,
	"number" integer NOT NULL,
	"sort" integer NOT NULL,
	"parent" uuid,
	"name" text NOT NULL,
	"department" text NOT NULL,
	"owner_id" integer,
	"quantity" numeric(18, 3),
	"unit" text,
	"work" text,
	"duration" integer NOT NULL,
	"constraint_kind" text,
	"constraint_edge" text,
	"constraint_day" date,
	"start_on" date,
	"finish_on" date,
	"task_id" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gpr_rows_gpr_id_key_pk" PRIMARY KEY("gpr_id","key"),
	CONSTRAINT "gpr_row_department" CHECK ("gpr_rows"."department" in ('contract', 'technical', 'design_opr', 'design_km', 'design_kmd', 'supply', 'production', 'safety', 'construction', 'pto')),
	CONSTRAINT "gpr_row_duration" CHECK ("gpr_rows"."duration" between 0 and 10000),
	CONSTRAINT "gpr_row_quantity" CHECK ("gpr_rows"."quantity" > 0),
	CONSTRAINT "gpr_row_itself" CHECK ("gpr_rows"."parent" <> "gpr_rows"."key"),
	CONSTRAINT "gpr_row_constraint_kind" CHECK ("gpr_rows"."constraint_kind" in ('not_earlier', 'not_later', 'on')),
	CONSTRAINT "gpr_row_constraint_edge" CHECK ("gpr_rows"."constraint_edge" in ('start', 'finish')),
	CONSTRAINT "gpr_row_constraint" CHECK (num_nonnulls("gpr_rows"."constraint_kind", "gpr_rows"."constraint_edge", "gpr_rows"."constraint_day") in (0, 3)),
	CONSTRAINT "gpr_row_dates" CHECK (num_nonnulls("gpr_rows"."start_on", "gpr_rows"."finish_on") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "gpr_signatures" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gpr_signatures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"gpr_id" integer NOT NULL,
	"role" text NOT NULL,
	"signer_id" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone,
	"signed_by" integer,
	"hash" text,
	"voided_at" timestamp (3) with time zone,
	CONSTRAINT "gpr_signature_role" CHECK ("gpr_signatures"."role" in ('admin', 'director', 'curator', 'project_manager', 'design_head', 'designer_opr', 'designer_km', 'designer_kmd', 'supply', 'production', 'construction_itr', 'safety', 'pto', 'contract', 'geodesist', 'installer', 'viewer')),
	CONSTRAINT "gpr_signature_whole" CHECK (num_nonnulls("gpr_signatures"."signed_at", "gpr_signatures"."signed_by", "gpr_signatures"."hash") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "gpr_steps" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gpr_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"gpr_id" integer NOT NULL,
	"patch" jsonb NOT NULL,
	"author_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "gpr_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gpr_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"start_on" date NOT NULL,
	"hash" text,
	"created_by" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"activated_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "gpr_version_status" CHECK ("gpr_versions"."status" in ('draft', 'pending_signatures', 'active', 'archived')),
	CONSTRAINT "gpr_version_number" CHECK ("gpr_versions"."number" > 0),
	CONSTRAINT "gpr_version_hash" CHECK (("gpr_versions"."status" = 'draft') = ("gpr_versions"."hash" is null)),
	CONSTRAINT "gpr_version_sent" CHECK (("gpr_versions"."hash" is null) = ("gpr_versions"."sent_at" is null)),
	CONSTRAINT "gpr_version_active" CHECK ("gpr_versions"."status" <> 'active' or "gpr_versions"."activated_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_work_type_id_work_types_id_fk" FOREIGN KEY ("work_type_id") REFERENCES "public"."work_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_reporter_id_users_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_responsible_id_users_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_links" ADD CONSTRAINT "gpr_links_from" FOREIGN KEY ("gpr_id","from") REFERENCES "public"."gpr_rows"("gpr_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_links" ADD CONSTRAINT "gpr_links_to" FOREIGN KEY ("gpr_id","to") REFERENCES "public"."gpr_rows"("gpr_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_rows" ADD CONSTRAINT "gpr_rows_gpr_id_gpr_versions_id_fk" FOREIGN KEY ("gpr_id") REFERENCES "public"."gpr_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_rows" ADD CONSTRAINT "gpr_rows_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_rows" ADD CONSTRAINT "gpr_rows_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_rows" ADD CONSTRAINT "gpr_rows_parent" FOREIGN KEY ("gpr_id","parent") REFERENCES "public"."gpr_rows"("gpr_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_signatures" ADD CONSTRAINT "gpr_signatures_gpr_id_gpr_versions_id_fk" FOREIGN KEY ("gpr_id") REFERENCES "public"."gpr_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_signatures" ADD CONSTRAINT "gpr_signatures_signer_id_users_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_signatures" ADD CONSTRAINT "gpr_signatures_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_steps" ADD CONSTRAINT "gpr_steps_gpr_id_gpr_versions_id_fk" FOREIGN KEY ("gpr_id") REFERENCES "public"."gpr_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_steps" ADD CONSTRAINT "gpr_steps_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_versions" ADD CONSTRAINT "gpr_versions_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gpr_versions" ADD CONSTRAINT "gpr_versions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "defects_open" ON "defects" USING btree ("object_id","rank","id") WHERE status not in ('verified', 'cancelled');--> statement-breakpoint
CREATE INDEX "defects_of_responsible" ON "defects" USING btree ("responsible_id","rank","id") WHERE status not in ('verified', 'cancelled');--> statement-breakpoint
CREATE INDEX "defects_of_object" ON "defects" USING btree ("object_id","rank","id");--> statement-breakpoint
CREATE INDEX "gpr_links_by_from" ON "gpr_links" USING btree ("gpr_id","from");--> statement-breakpoint
CREATE UNIQUE INDEX "gpr_rows_numbers" ON "gpr_rows" USING btree ("gpr_id","number");--> statement-breakpoint
CREATE INDEX "gpr_rows_by_parent" ON "gpr_rows" USING btree ("gpr_id","parent");--> statement-breakpoint
CREATE INDEX "gpr_rows_by_owner" ON "gpr_rows" USING btree ("owner_id","gpr_id");--> statement-breakpoint
CREATE INDEX "gpr_rows_with_task" ON "gpr_rows" USING btree ("task_id") WHERE task_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "gpr_signatures_one_a_role" ON "gpr_signatures" USING btree ("gpr_id","role") WHERE voided_at is null;--> statement-breakpoint
CREATE INDEX "gpr_signatures_by_signer" ON "gpr_signatures" USING btree ("signer_id","gpr_id");--> statement-breakpoint
CREATE INDEX "gpr_steps_of" ON "gpr_steps" USING btree ("gpr_id","author_id","id");--> statement-breakpoint
CREATE INDEX "gpr_steps_by_age" ON "gpr_steps" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "gpr_versions_numbers" ON "gpr_versions" USING btree ("object_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "gpr_versions_one_active" ON "gpr_versions" USING btree ("object_id") WHERE status = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "gpr_versions_one_open" ON "gpr_versions" USING btree ("object_id") WHERE status in ('draft', 'pending_signatures');--> statement-breakpoint
CREATE INDEX "gpr_versions_of_object" ON "gpr_versions" USING btree ("object_id","number" DESC NULLS LAST,"id" DESC NULLS LAST);
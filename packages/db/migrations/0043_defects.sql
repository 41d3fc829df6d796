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
ALTER TABLE "defects" ADD CONSTRAINT "defects_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_work_type_id_work_types_id_fk" FOREIGN KEY ("work_type_id") REFERENCES "public"."work_types"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_reporter_id_users_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defects" ADD CONSTRAINT "defects_responsible_id_users_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "defects_open" ON "defects" USING btree ("object_id","rank","id") WHERE status not in ('verified', 'cancelled');--> statement-breakpoint
CREATE INDEX "defects_of_responsible" ON "defects" USING btree ("responsible_id","rank","id") WHERE status not in ('verified', 'cancelled');--> statement-breakpoint
CREATE INDEX "defects_of_object" ON "defects" USING btree ("object_id","rank","id");
CREATE TABLE "shift_closings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "shift_closings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"date" date NOT NULL,
	"shift" text NOT NULL,
	"foreman_id" integer,
	"closed_by" integer,
	"closed_at" timestamp (3) with time zone NOT NULL,
	"silent" jsonb NOT NULL,
	"reopened_at" timestamp (3) with time zone,
	"reopened_by" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "shift_closing_shift" CHECK ("shift_closings"."shift" in ('day', 'night')),
	CONSTRAINT "shift_closing_reopened" CHECK (("shift_closings"."reopened_at" is null) = ("shift_closings"."reopened_by" is null))
);
--> statement-breakpoint
CREATE TABLE "shift_record_crews" (
	"record_id" integer NOT NULL,
	"crew_id" integer NOT NULL,
	"workers" integer NOT NULL,
	"hours" numeric(18, 3) NOT NULL,
	CONSTRAINT "shift_record_crews_record_id_crew_id_pk" PRIMARY KEY("record_id","crew_id"),
	CONSTRAINT "shift_record_workers" CHECK ("shift_record_crews"."workers" between 1 and 500),
	CONSTRAINT "shift_record_hours" CHECK ("shift_record_crews"."hours" > 0 and "shift_record_crews"."hours" <= 24)
);
--> statement-breakpoint
CREATE TABLE "shift_records" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "shift_records_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"date" date NOT NULL,
	"shift" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"words" text,
	"party" text,
	"author_id" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_by" integer,
	"withdraw_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "shift_record_shift" CHECK ("shift_records"."shift" in ('day', 'night')),
	CONSTRAINT "shift_record_kind" CHECK ("shift_records"."kind" in ('downtime', 'note')),
	CONSTRAINT "shift_record_party" CHECK ("shift_records"."party" in ('customer', 'own_supply', 'own_design', 'own_production', 'crew', 'force_majeure')),
	CONSTRAINT "shift_record_party_of_downtime" CHECK (("shift_records"."kind" = 'downtime') = ("shift_records"."party" is not null)),
	CONSTRAINT "shift_record_withdrawn" CHECK (("shift_records"."withdrawn_at" is null) = ("shift_records"."withdrawn_by" is null))
);
--> statement-breakpoint
ALTER TABLE "shift_closings" ADD CONSTRAINT "shift_closings_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_closings" ADD CONSTRAINT "shift_closings_foreman_id_users_id_fk" FOREIGN KEY ("foreman_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_closings" ADD CONSTRAINT "shift_closings_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_closings" ADD CONSTRAINT "shift_closings_reopened_by_users_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_record_crews" ADD CONSTRAINT "shift_record_crews_record_id_shift_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."shift_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_record_crews" ADD CONSTRAINT "shift_record_crews_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_records" ADD CONSTRAINT "shift_records_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_records" ADD CONSTRAINT "shift_records_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_records" ADD CONSTRAINT "shift_records_withdrawn_by_users_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "shift_closings_one" ON "shift_closings" USING btree ("object_id","date","shift",coalesce(foreman_id, 0)) WHERE reopened_at is null;--> statement-breakpoint
CREATE INDEX "shift_record_crews_by_crew" ON "shift_record_crews" USING btree ("crew_id","record_id");--> statement-breakpoint
CREATE INDEX "shift_records_by_day" ON "shift_records" USING btree ("object_id","date","id");
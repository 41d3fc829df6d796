CREATE TABLE "put_off_requests" (
	"user_id" integer PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "schedule_claims" (
	"job" text NOT NULL,
	"slot" text NOT NULL,
	"object_id" integer,
	"user_id" integer,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "schedule_claims_once" UNIQUE NULLS NOT DISTINCT("job","slot","object_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "task_escalations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_escalations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"task_id" integer NOT NULL,
	"deadline" date NOT NULL,
	"level" smallint NOT NULL,
	"late_days" smallint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "task_escalations_once" UNIQUE("task_id","deadline","level")
);
--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "own_digest_time" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD COLUMN "evening_at" time;--> statement-breakpoint
ALTER TABLE "put_off_requests" ADD CONSTRAINT "put_off_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_claims" ADD CONSTRAINT "schedule_claims_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_claims" ADD CONSTRAINT "schedule_claims_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_escalations" ADD CONSTRAINT "task_escalations_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "put_off_requests_due" ON "put_off_requests" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "schedule_claims_by_age" ON "schedule_claims" USING btree ("at");--> statement-breakpoint
UPDATE "notification_settings" SET "own_digest_time" = true WHERE "digest_at" <> '07:15';

DROP INDEX "tasks_by_creator";--> statement-breakpoint
ALTER TABLE "reschedule_requests" ADD COLUMN "object_id" integer;--> statement-breakpoint
UPDATE "reschedule_requests" r SET "object_id" = t."object_id" FROM "tasks" t WHERE t."id" = r."task_id";--> statement-breakpoint
ALTER TABLE "reschedule_requests" ALTER COLUMN "object_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "reschedule_requests" ADD CONSTRAINT "reschedule_requests_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reschedule_waiting" ON "reschedule_requests" USING btree ("object_id","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "tasks_open_by_creator" ON "tasks" USING btree ("creator_id",coalesce(deadline, 'infinity'),"id") WHERE status not in ('done', 'cancelled');--> statement-breakpoint
CREATE INDEX "tasks_of_creator" ON "tasks" USING btree ("creator_id",coalesce(deadline, 'infinity'),"id");--> statement-breakpoint
CREATE INDEX "tasks_made_by_object" ON "tasks" USING btree ("object_id","created_at","id");--> statement-breakpoint
CREATE INDEX "tasks_done_by_object" ON "tasks" USING btree ("object_id","completed_at") WHERE status = 'done';
CREATE TABLE "object_plan_curve" (
	"object_id" integer NOT NULL,
	"day" date NOT NULL,
	"hours_through" numeric(20, 6) NOT NULL,
	CONSTRAINT "object_plan_curve_object_id_day_pk" PRIMARY KEY("object_id","day")
);
--> statement-breakpoint
ALTER TABLE "object_plan_curve" ADD CONSTRAINT "object_plan_curve_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- The curves of the objects that are there already.
insert into object_plan_curve (object_id, day, hours_through)
select object_id, day, sum(sum(step)) over (partition by object_id order by day)
from (
  select object_id, day,
    hours_through - lag(hours_through, 1, 0::numeric) over (partition by object_id, facade_id order by day) as step
  from plan_curve
) steps
group by object_id, day;

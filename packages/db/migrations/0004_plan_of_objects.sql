CREATE TABLE "object_plan_curve" (
	"object_id" integer NOT NULL,
	"day" date NOT NULL,
	"hours_through" numeric(20, 6) NOT NULL,
	CONSTRAINT "object_plan_curve_day_object_id_pk" PRIMARY KEY("day","object_id")
);
--> statement-breakpoint
ALTER TABLE "object_plan_curve" ADD CONSTRAINT "object_plan_curve_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- The curves of the objects that are there already.
with steps as (
  select object_id, day,
    hours_through - lag(hours_through, 1, 0::numeric) over (partition by object_id, facade_id order by day) as step
  from plan_curve
)
insert into object_plan_curve (object_id, day, hours_through)
select d.object_id, d.day, sum(coalesce(sum(s.step), 0)) over (partition by d.object_id order by d.day)
from (
  select object_id, generate_series(min(day), max(day), interval '1 day')::date as day from steps group by object_id
) d
left join steps s on s.object_id = d.object_id and s.day = d.day
group by d.object_id, d.day;

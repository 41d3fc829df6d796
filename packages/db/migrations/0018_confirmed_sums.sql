ALTER TABLE "object_day_sums" ADD COLUMN "confirmed_qty" numeric(18, 3) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "object_day_sums" ADD COLUMN "confirmed_hours" numeric(20, 6) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "object_sums" ADD COLUMN "confirmed_hours" numeric(20, 6) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "object_work_sums" ADD COLUMN "confirmed_qty" numeric(18, 3) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "floor_volumes" ADD COLUMN "confirmed_qty" numeric(18, 3) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "floor_volumes" ADD CONSTRAINT "floor_volumes_confirmed" CHECK ("floor_volumes"."confirmed_qty" >= 0 and "floor_volumes"."confirmed_qty" < 1e12);
--> statement-breakpoint
UPDATE floor_volumes v SET confirmed_qty = c.quantity FROM (
  SELECT floor_volume_id, sum(quantity) AS quantity FROM daily_plan_fact e
  WHERE e.status = 'confirmed' AND NOT EXISTS (SELECT FROM daily_plan_fact r WHERE r.reverses_id = e.id)
  GROUP BY 1) c WHERE c.floor_volume_id = v.id;--> statement-breakpoint
UPDATE object_work_sums s SET confirmed_qty = c.quantity FROM (
  SELECT object_id, work_type_id, sum(confirmed_qty) AS quantity FROM floor_volumes GROUP BY 1, 2) c
  WHERE c.object_id = s.object_id AND c.work_type_id = s.work_type_id;--> statement-breakpoint
UPDATE object_day_sums s SET confirmed_qty = c.quantity, confirmed_hours = c.hours FROM (
  SELECT e.object_id, e.date, e.work_type_id, sum(e.quantity) AS quantity, sum(e.quantity * w.norm_hours) AS hours
  FROM daily_plan_fact e JOIN work_types w ON w.id = e.work_type_id
  WHERE e.status = 'confirmed' AND e.kind = 'work'
    AND NOT EXISTS (SELECT FROM daily_plan_fact r WHERE r.reverses_id = e.id)
  GROUP BY 1, 2, 3) c
  WHERE c.object_id = s.object_id AND c.date = s.day AND c.work_type_id = s.work_type_id;--> statement-breakpoint
UPDATE object_sums s SET confirmed_hours = c.hours FROM (
  SELECT v.object_id, sum(least(v.plan_qty, v.confirmed_qty) * w.norm_hours) AS hours
  FROM floor_volumes v JOIN work_types w ON w.id = v.work_type_id GROUP BY 1) c WHERE c.object_id = s.object_id;

ALTER TABLE "object_day_sums" ADD COLUMN "confirmed_qty" numeric(18, 3) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "object_day_sums" ADD COLUMN "confirmed_hours" numeric(20, 6) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "object_sums" ADD COLUMN "confirmed_hours" numeric(20, 6) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "object_work_sums" ADD COLUMN "confirmed_qty" numeric(18, 3) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "floor_volumes" ADD COLUMN "confirmed_qty" numeric(18, 3) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "floor_volumes" ADD CONSTRAINT "floor_volumes_confirmed" CHECK ("floor_volumes"."confirmed_qty" >= 0 and "floor_volumes"."confirmed_qty" < 1e12);
--> statement-breakpoint

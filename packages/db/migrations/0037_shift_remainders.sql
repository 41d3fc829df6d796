ALTER TABLE "shift_closings" ADD COLUMN "whole" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Until now a part without a foreman was the whole shift.
UPDATE "shift_closings" SET "whole" = true WHERE "foreman_id" IS NULL;--> statement-breakpoint
ALTER TABLE "shift_closings" ADD CONSTRAINT "shift_closing_whole" CHECK (not "shift_closings"."whole" or "shift_closings"."foreman_id" is null) NOT VALID;
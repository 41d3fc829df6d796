ALTER TABLE "shift_closings" VALIDATE CONSTRAINT "shift_closing_whole";

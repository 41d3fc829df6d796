ALTER TABLE "users" VALIDATE CONSTRAINT "users_status";

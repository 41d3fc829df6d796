ALTER TABLE "crews" DROP CONSTRAINT "crews_code_unique";--> statement-breakpoint
ALTER TABLE "crews" ADD CONSTRAINT "crews_code_of_object" UNIQUE("object_id","code");
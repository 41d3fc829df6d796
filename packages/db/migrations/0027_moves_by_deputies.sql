ALTER TABLE "entity_moves" ADD COLUMN "on_behalf_of" integer;--> statement-breakpoint
ALTER TABLE "entity_moves" ADD CONSTRAINT "entity_moves_on_behalf_of_users_id_fk" FOREIGN KEY ("on_behalf_of") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action NOT VALID;

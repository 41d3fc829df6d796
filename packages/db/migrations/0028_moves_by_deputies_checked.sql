ALTER TABLE "entity_moves" VALIDATE CONSTRAINT "entity_moves_on_behalf_of_users_id_fk";

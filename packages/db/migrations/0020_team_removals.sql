CREATE TABLE "team_removals" (
	"object_id" integer NOT NULL,
	"user_id" integer NOT NULL,
	"removed_at" timestamp (3) with time zone NOT NULL,
	"zone_ids" integer[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "team_removals_object_id_user_id_pk" PRIMARY KEY("object_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "team_removals" ADD CONSTRAINT "team_removals_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_removals" ADD CONSTRAINT "team_removals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
CREATE TABLE "crew_members" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "crew_members_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"crew_id" integer NOT NULL,
	"object_id" integer NOT NULL,
	"user_id" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "zones_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"name" text NOT NULL,
	"facade_id" integer NOT NULL,
	"from_floor_id" integer NOT NULL,
	"to_floor_id" integer NOT NULL,
	"axes" text,
	"foreman_id" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "zones_name" UNIQUE("object_id","name")
);
--> statement-breakpoint
ALTER TABLE "crew_members" ADD CONSTRAINT "crew_members_crew_id_crews_id_fk" FOREIGN KEY ("crew_id") REFERENCES "public"."crews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_members" ADD CONSTRAINT "crew_members_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crew_members" ADD CONSTRAINT "crew_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_foreman_id_users_id_fk" FOREIGN KEY ("foreman_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_object_id_facade_id_facades_object_id_id_fk" FOREIGN KEY ("object_id","facade_id") REFERENCES "public"."facades"("object_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_object_id_from_floor_id_floors_object_id_id_fk" FOREIGN KEY ("object_id","from_floor_id") REFERENCES "public"."floors"("object_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zones" ADD CONSTRAINT "zones_object_id_to_floor_id_floors_object_id_id_fk" FOREIGN KEY ("object_id","to_floor_id") REFERENCES "public"."floors"("object_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "crew_members_one_crew" ON "crew_members" USING btree ("object_id","user_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "crew_members_by_crew" ON "crew_members" USING btree ("crew_id","user_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "crew_members_by_user" ON "crew_members" USING btree ("user_id") WHERE until is null;--> statement-breakpoint
CREATE INDEX "zones_by_foreman" ON "zones" USING btree ("foreman_id","object_id");
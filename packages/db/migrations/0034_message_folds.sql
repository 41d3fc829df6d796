CREATE TABLE "message_folds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_folds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"user_id" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"notification_ids" integer[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "anew" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "message_folds" ADD CONSTRAINT "message_folds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_folds_by_user" ON "message_folds" USING btree ("user_id","started_at");--> statement-breakpoint
CREATE INDEX "message_folds_by_age" ON "message_folds" USING btree ("started_at");
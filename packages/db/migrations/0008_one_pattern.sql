CREATE TABLE "attachments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attachments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"entity_type" text NOT NULL,
	"entity_id" integer NOT NULL,
	"file_id" integer NOT NULL,
	"role" text NOT NULL,
	"created_by" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attachments_fileId_unique" UNIQUE("file_id")
);
--> statement-breakpoint
CREATE TABLE "entity_moves" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entity_moves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"entity_type" text NOT NULL,
	"entity_id" integer NOT NULL,
	"object_id" integer,
	"move" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"by_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"before" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "pending_decisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pending_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer,
	"entity_type" text NOT NULL,
	"entity_id" integer NOT NULL,
	"kind" text NOT NULL,
	"permission" text NOT NULL,
	"relation" text,
	"beyond" text,
	"holder_id" integer,
	"except_user_ids" integer[] DEFAULT '{}' NOT NULL,
	"company_wide" boolean DEFAULT false NOT NULL,
	"due_on" date,
	"since" timestamp (3) with time zone NOT NULL,
	"batch" text,
	CONSTRAINT "pending_decisions_once" UNIQUE NULLS NOT DISTINCT("entity_type","entity_id","kind","holder_id")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "object_id" integer;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "permission" text;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "relations" text[];--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entity_moves" ADD CONSTRAINT "entity_moves_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entity_moves" ADD CONSTRAINT "entity_moves_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_decisions" ADD CONSTRAINT "pending_decisions_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_decisions" ADD CONSTRAINT "pending_decisions_holder_id_users_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_by_entity" ON "attachments" USING btree ("entity_type","entity_id","id");--> statement-breakpoint
CREATE INDEX "entity_moves_by_entity" ON "entity_moves" USING btree ("entity_type","entity_id","id");--> statement-breakpoint
CREATE INDEX "entity_moves_by_person" ON "entity_moves" USING btree ("by_id","at");--> statement-breakpoint
CREATE INDEX "pending_decisions_by_holder" ON "pending_decisions" USING btree ("holder_id",coalesce(due_on, 'infinity'),"since","id") WHERE holder_id is not null;--> statement-breakpoint
CREATE INDEX "pending_decisions_by_right" ON "pending_decisions" USING btree ("object_id","permission",coalesce(due_on, 'infinity'),"since","id") WHERE holder_id is null;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;
CREATE TABLE "chat_codes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "chat_codes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"made_by" integer NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "chat_codes_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "chat_copies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "chat_copies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"link_id" integer NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"line" text NOT NULL,
	"burst" bigint,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "object_chats" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "object_chats_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"chat_id" bigint NOT NULL,
	"thread_id" integer,
	"title" text NOT NULL,
	"topic" text,
	"locale" text NOT NULL,
	"muted" text[] DEFAULT '{}' NOT NULL,
	"linked_by" integer NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "object_chats_end" CHECK ("object_chats"."end_reason" in ('unlinked', 'removed', 'topic_deleted', 'merged')),
	CONSTRAINT "object_chats_ended" CHECK (("object_chats"."ended_at" is null) = ("object_chats"."end_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "chat_link_id" integer;--> statement-breakpoint
ALTER TABLE "chat_codes" ADD CONSTRAINT "chat_codes_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_codes" ADD CONSTRAINT "chat_codes_made_by_users_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_copies" ADD CONSTRAINT "chat_copies_link_id_object_chats_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."object_chats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_chats" ADD CONSTRAINT "object_chats_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "object_chats" ADD CONSTRAINT "object_chats_linked_by_users_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chat_codes_by_expiry" ON "chat_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "chat_codes_open" ON "chat_codes" USING btree ("object_id","made_by") WHERE used_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "chat_copies_by_link" ON "chat_copies" USING btree ("link_id","at");--> statement-breakpoint
CREATE INDEX "chat_copies_by_age" ON "chat_copies" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "object_chats_place" ON "object_chats" USING btree ("chat_id",coalesce("thread_id", 0)) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "object_chats_by_object" ON "object_chats" USING btree ("object_id","id");
CREATE TABLE "defect_escalations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "defect_escalations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"defect_id" integer NOT NULL,
	"due_on" date NOT NULL,
	"level" smallint NOT NULL,
	"late_days" smallint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "defect_escalations_once" UNIQUE("defect_id","due_on","level")
);
--> statement-breakpoint
ALTER TABLE "object_chats" ADD COLUMN "maker_left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "pending_decisions" ADD COLUMN "by_roles" text[];--> statement-breakpoint
ALTER TABLE "team_removals" ADD COLUMN "defects" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "defect_escalations" ADD CONSTRAINT "defect_escalations_defect_id_defects_id_fk" FOREIGN KEY ("defect_id") REFERENCES "public"."defects"("id") ON DELETE no action ON UPDATE no action;
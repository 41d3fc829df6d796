CREATE TABLE "materials" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "materials_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "material_unit" CHECK ("materials"."unit" in ('шт', 'м.п.', 'м²', 'м³', 'кг', 'т', 'компл.', 'смена'))
);
--> statement-breakpoint
CREATE TABLE "supply_discrepancies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "supply_discrepancies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"order_id" integer NOT NULL,
	"receipt_id" integer NOT NULL,
	"line_id" integer NOT NULL,
	"quantity" numeric(18, 3) NOT NULL,
	"status" text NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "discrepancy_status" CHECK ("supply_discrepancies"."status" in ('open', 'agreed', 'written_off', 'claimed', 'delivered', 'closed')),
	CONSTRAINT "discrepancy_quantity" CHECK ("supply_discrepancies"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "supply_lines" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "supply_lines_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"order_id" integer NOT NULL,
	"material_id" integer,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"quantity" numeric(18, 3) NOT NULL,
	"shipped" numeric(18, 3) DEFAULT '0' NOT NULL,
	"received" numeric(18, 3) DEFAULT '0' NOT NULL,
	"waived" numeric(18, 3) DEFAULT '0' NOT NULL,
	CONSTRAINT "supply_line_unit" CHECK ("supply_lines"."unit" in ('шт', 'м.п.', 'м²', 'м³', 'кг', 'т', 'компл.', 'смена')),
	CONSTRAINT "supply_line_quantity" CHECK ("supply_lines"."quantity" > 0),
	CONSTRAINT "supply_line_flow" CHECK ("supply_lines"."received" >= 0 and "supply_lines"."waived" >= 0 and "supply_lines"."received" <= "supply_lines"."shipped" and "supply_lines"."shipped" + "supply_lines"."waived" <= "supply_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "supply_orders" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "supply_orders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"object_id" integer NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"requester_id" integer NOT NULL,
	"need_on" date,
	"why" text,
	"amount" numeric(18, 2),
	"approved_amount" numeric(18, 2),
	"approved_above" boolean DEFAULT false NOT NULL,
	"supplier" text,
	"promised_on" date,
	"open_differences" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "supply_number_of_object" UNIQUE("object_id","number"),
	CONSTRAINT "supply_status" CHECK ("supply_orders"."status" in ('draft', 'requested', 'approved', 'ordered', 'shipped', 'partially_received', 'delivered', 'rejected', 'cancelled')),
	CONSTRAINT "supply_number" CHECK ("supply_orders"."number" > 0),
	CONSTRAINT "supply_amount" CHECK ("supply_orders"."amount" >= 0),
	CONSTRAINT "supply_differences" CHECK ("supply_orders"."open_differences" >= 0)
);
--> statement-breakpoint
CREATE TABLE "supply_promises" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "supply_promises_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"order_id" integer NOT NULL,
	"promised_on" date NOT NULL,
	"reason" text,
	"by_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supply_receipt_lines" (
	"receipt_id" integer NOT NULL,
	"line_id" integer NOT NULL,
	"papers" numeric(18, 3) NOT NULL,
	"counted" numeric(18, 3) NOT NULL,
	CONSTRAINT "supply_receipt_lines_receipt_id_line_id_pk" PRIMARY KEY("receipt_id","line_id"),
	CONSTRAINT "supply_receipt_counted" CHECK ("supply_receipt_lines"."counted" >= 0 and "supply_receipt_lines"."counted" <= "supply_receipt_lines"."papers")
);
--> statement-breakpoint
CREATE TABLE "supply_receipts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "supply_receipts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"order_id" integer NOT NULL,
	"by_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_discrepancies" ADD CONSTRAINT "supply_discrepancies_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_discrepancies" ADD CONSTRAINT "supply_discrepancies_order_id_supply_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."supply_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_discrepancies" ADD CONSTRAINT "supply_discrepancies_receipt_id_supply_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."supply_receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_discrepancies" ADD CONSTRAINT "supply_discrepancies_line_id_supply_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."supply_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_lines" ADD CONSTRAINT "supply_lines_order_id_supply_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."supply_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_lines" ADD CONSTRAINT "supply_lines_material_id_materials_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."materials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_orders" ADD CONSTRAINT "supply_orders_object_id_objects_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."objects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_orders" ADD CONSTRAINT "supply_orders_requester_id_users_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_promises" ADD CONSTRAINT "supply_promises_order_id_supply_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."supply_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_promises" ADD CONSTRAINT "supply_promises_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_receipt_lines" ADD CONSTRAINT "supply_receipt_lines_receipt_id_supply_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."supply_receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_receipt_lines" ADD CONSTRAINT "supply_receipt_lines_line_id_supply_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."supply_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_receipts" ADD CONSTRAINT "supply_receipts_order_id_supply_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."supply_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_receipts" ADD CONSTRAINT "supply_receipts_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "material_code" ON "materials" USING btree (coalesce(object_id, 0),lower(code));--> statement-breakpoint
CREATE INDEX "materials_by_code" ON "materials" USING btree ("code","id");--> statement-breakpoint
CREATE INDEX "discrepancies_of_order" ON "supply_discrepancies" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "supply_lines_of_order" ON "supply_lines" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "supply_lines_of_material" ON "supply_lines" USING btree ("material_id","id");--> statement-breakpoint
CREATE INDEX "supply_of_object" ON "supply_orders" USING btree ("object_id","id");--> statement-breakpoint
CREATE INDEX "supply_open" ON "supply_orders" USING btree ("object_id","id") WHERE status not in ('delivered', 'rejected', 'cancelled');--> statement-breakpoint
CREATE INDEX "supply_promised" ON "supply_orders" USING btree ("promised_on","id") WHERE status in ('ordered', 'shipped', 'partially_received');--> statement-breakpoint
CREATE INDEX "supply_promises_of_order" ON "supply_promises" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "supply_receipts_of_order" ON "supply_receipts" USING btree ("order_id","id");
import type { GPR_LAG_UNITS, GPR_LINK_TYPES } from "@stsphera/contracts/vocabulary";
import type { Department } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { identity, instant } from "./columns.ts";
import { users } from "./people.ts";

type TemplateRow = {
  key: string;
  parent: string | null;
  department: Department;
  name: string;
  duration: number;
  work: string | null;
};
type TemplateLink = {
  from: string;
  to: string;
  type: (typeof GPR_LINK_TYPES)[number];
  lag: number;
  unit: (typeof GPR_LAG_UNITS)[number];
};

/** Templates of schedules that were made here; those that ship are in the code. */
export const gprTemplates = pgTable(
  "gpr_templates",
  {
    id: identity(),
    code: text().notNull().unique(),
    name: text().notNull(),
    rows: jsonb().$type<TemplateRow[]>().notNull(),
    links: jsonb().$type<TemplateLink[]>().notNull(),
    createdBy: integer()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    archivedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("gpr_templates_names")
      .on(t.name)
      .where(sql`archived_at is null`),
  ],
);

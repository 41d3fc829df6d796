import { DEPARTMENTS } from "@stsphera/rbac";
import { z } from "zod";
import { id, shortLine, title, version } from "../shared/scalars.ts";
import { GPR_LAG_UNITS, GPR_LINK_TYPES, MAX_GPR_LINKS, MAX_GPR_ROWS } from "./vocabulary.ts";

const name = shortLine(1, 100);
const key = z
  .string()
  .regex(/^[A-Za-z]\w{0,39}$/)
  .meta({ description: "The key of a row in its template" });

/** The code of a template, as a path names it. */
export const gprTemplateCode = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);

const row = z
  .strictObject({
    key,
    parent: key.nullable(),
    department: z.enum(DEPARTMENTS),
    name: title,
    duration: z.int().min(0).max(10_000),
    work: shortLine(1, 20).nullable(),
  })
  .meta({ id: "GprTemplateRow" });

const link = z
  .strictObject({
    from: key,
    to: key,
    type: z.enum(GPR_LINK_TYPES).default("FS"),
    lag: z.int().min(-10_000).max(10_000).default(0),
    unit: z.enum(GPR_LAG_UNITS).default("work"),
  })
  .meta({ id: "GprTemplateLink" });

export const createGprTemplateInput = z
  .discriminatedUnion("from", [
    z.strictObject({ from: z.literal("version"), name, gprId: id }),
    z.strictObject({ from: z.literal("template"), name, template: gprTemplateCode }),
  ])
  .meta({ id: "CreateGprTemplate" });

export const saveGprTemplateInput = z
  .strictObject({
    version,
    name,
    archived: z.boolean().default(false).meta({ description: "It is offered no more" }),
    rows: z.array(row).min(1).max(MAX_GPR_ROWS),
    links: z.array(link).max(MAX_GPR_LINKS),
  })
  .meta({ id: "SaveGprTemplate" });

export const gprTemplateContent = z
  .object({
    code: gprTemplateCode,
    name: z.string(),
    own: z.boolean(),
    archived: z.boolean(),
    version: version.nullable().meta({ description: "Null of a template that ships" }),
    rows: z.array(row),
    links: z.array(link),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: "GprTemplateContent" });
export type GprTemplateContent = z.infer<typeof gprTemplateContent>;

export const gprTemplateSaved = z
  .object({ id, code: gprTemplateCode, name: z.string(), version })
  .meta({ id: "GprTemplateSaved" });

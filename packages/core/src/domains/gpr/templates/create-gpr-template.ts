import { randomUUID } from "node:crypto";
import { createGprTemplateInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import type { Template } from "@stsphera/schedule/templates";
import { templateOfContent } from "@stsphera/schedule/versions";
import { and, count, eq, isNull } from "drizzle-orm";
import {
  command,
  type Context,
  DomainError,
  forbidden,
  insertRow,
  invalidField,
  notFound,
  personOf,
  type Tx,
} from "../../../kernel/index.ts";
import { readContent } from "../gpr-content.ts";
import { assertTemplate } from "./assert-template.ts";
import { findTemplate, MAX_TEMPLATES } from "./find-template.ts";
import { templateSubject } from "./load-template.ts";

const { gprTemplates, gprVersions } = schema;

/** Makes a template of a version of some object, without its people and days, or as a copy of another template. */
export const createGprTemplate = command({
  name: "gpr.create_template",
  permissions: ["templates.manage"],
  quiet: true,
  input: createGprTemplateInput,
  load: async (tx, ctx, input): Promise<Pick<Template, "rows" | "links">> => {
    if (input.from === "version") return ofVersion(tx, ctx, input.gprId);
    const template = await findTemplate(tx, input.template);
    if (template === undefined) throw notFound();
    return template;
  },
  authorize: (ctx) => {
    if (!can(ctx.actor, "templates.manage")) throw forbidden("templates.manage");
  },
  execute: async (tx, { ctx, input: { name }, target: { rows, links } }) => {
    const code = `own-${randomUUID()}`.slice(0, 40);
    assertTemplate({ code, name, rows, links });
    await assertRoom(tx);
    await assertNameFree(tx, name, null);
    const row = await insertRow(tx, gprTemplates, {
      code,
      name,
      rows: [...rows],
      links: [...links],
      createdBy: personOf(ctx).id,
      createdAt: ctx.now,
    });
    return {
      result: { id: row.id, code, name, version: row.version },
      changes: [{ ...templateSubject(row), before: null, after: { name, count: rows.length } }],
      events: [],
    };
  },
});

async function ofVersion(tx: Tx, ctx: Context, gprId: number): Promise<Template> {
  const [gpr] = await tx.select().from(gprVersions).where(eq(gprVersions.id, gprId));
  if (gpr === undefined || !can(ctx.actor, "gpr.view", { objectId: gpr.objectId })) throw notFound();
  const { content } = await readContent(tx, gpr);
  return templateOfContent(content, { code: "", name: "" });
}

async function assertRoom(tx: Tx): Promise<void> {
  const [found] = await tx.select({ all: count() }).from(gprTemplates).where(isNull(gprTemplates.archivedAt));
  if ((found?.all ?? 0) < MAX_TEMPLATES) return;
  throw new DomainError("conflict", { sentence: "gpr_too_many_templates", values: { most: MAX_TEMPLATES } });
}

/** Two templates of one name could not be told apart. */
export async function assertNameFree(tx: Tx, name: string, but: number | null): Promise<void> {
  const same = and(eq(gprTemplates.name, name), isNull(gprTemplates.archivedAt));
  const [found] = await tx.select({ id: gprTemplates.id }).from(gprTemplates).where(same);
  if (found !== undefined && found.id !== but) throw invalidField("name", "gpr_template_name_taken");
}

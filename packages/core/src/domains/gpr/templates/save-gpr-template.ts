import { gprTemplateCode, saveGprTemplateInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { assertVersion, command, forbidden, updateRow } from "../../../kernel/index.ts";
import { assertTemplate } from "./assert-template.ts";
import { assertNameFree } from "./create-gpr-template.ts";
import { lockTemplate, type TemplateRecord, templateSubject } from "./load-template.ts";

const current = ({ id, code, name, version }: TemplateRecord) => ({ id, code, name, version });

/** Saves a template made here as a whole, or takes it out of use. Schedules that began with it stay as they are. */
export const saveGprTemplate = command({
  name: "gpr.save_template",
  permissions: ["templates.manage"],
  quiet: true,
  input: z.strictObject({ code: gprTemplateCode, ...saveGprTemplateInput.shape }),
  load: (tx, _ctx, { code }) => lockTemplate(tx, code),
  authorize: (ctx, template, { version }) => {
    if (!can(ctx.actor, "templates.manage")) throw forbidden("templates.manage");
    assertVersion(template, version, current(template));
  },
  execute: async (tx, { ctx, input: { code, name, archived, rows, links }, target }) => {
    assertTemplate({ code, name, rows, links });
    if (!archived) await assertNameFree(tx, name, target.id);
    const archivedAt = archived ? (target.archivedAt ?? ctx.now) : null;
    const after = await updateRow(
      tx,
      schema.gprTemplates,
      target,
      { name, rows, links, archivedAt },
      current,
    );
    const told = (row: TemplateRecord) => ({
      name: row.name,
      count: row.rows.length,
      archived: row.archivedAt !== null,
    });
    return {
      result: current(after),
      changes: [{ ...templateSubject(after), before: told(target), after: told(after) }],
      events: [],
    };
  },
});

import { gprTemplateCode, type GprTemplateContent } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { notFound, query } from "../../../kernel/index.ts";
import { shipped } from "./find-template.ts";

type Stored = Pick<GprTemplateContent, "name" | "archived" | "rows" | "links"> & { version: number };

/** $1 code */
const STATEMENT = `select t.name, t.archived_at is not null as archived, t.rows, t.links, t.version
  from gpr_templates t where t.code = $1`;

/** The rows and links of a template. */
export const getGprTemplate = query({
  name: "gpr.template",
  permissions: [],
  input: z.strictObject({ code: gprTemplateCode }),
  read: async (ctx, { code }): Promise<GprTemplateContent> => {
    const known = shipped(code);
    if (known !== undefined) {
      const { name, rows, links } = known;
      const plain = { rows: [...rows], links: [...links] };
      return { code, name, own: false, archived: false, version: null, ...plain, can: { edit: false } };
    }
    const [stored] = await ctx.db.read<Stored>(STATEMENT, [code]);
    if (stored === undefined) throw notFound();
    return { code, own: true, ...stored, can: { edit: can(ctx.actor, "templates.manage") } };
  },
});

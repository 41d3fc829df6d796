import type { GprTemplate, GprTemplates } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { TEMPLATES } from "@stsphera/schedule/templates";
import { z } from "zod";
import { query } from "../../../kernel/index.ts";
import { MAX_TEMPLATES } from "./find-template.ts";

/** $1 as many as there may be */
const OWN = `
  select t.code, t.name, jsonb_array_length(t.links) as links, true as own,
    (select count(*)::int from jsonb_array_elements(t.rows) r where r->>'parent' is not null) as rows
  from gpr_templates t where t.archived_at is null order by t.name, t.id limit $1`;

/** The templates a schedule may begin with: those that ship, and those made here. */
export const listGprTemplates = query({
  name: "gpr.templates",
  permissions: [],
  input: z.strictObject({}),
  read: async (ctx): Promise<GprTemplates> => {
    const shipping = TEMPLATES.map(({ code, name, rows, links }): GprTemplate => ({
      code,
      name,
      rows: rows.filter(({ parent }) => parent !== null).length,
      links: links.length,
      own: false,
    }));
    const own = await ctx.db.read<GprTemplate>(OWN, [MAX_TEMPLATES]);
    return { templates: [...shipping, ...own], can: { manage: can(ctx.actor, "templates.manage") } };
  },
});

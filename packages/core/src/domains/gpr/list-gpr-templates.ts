import type { GprTemplate } from "@stsphera/contracts";
import { TEMPLATES } from "@stsphera/schedule/templates";
import { z } from "zod";
import { query } from "../../kernel/index.ts";

/** The templates a schedule may begin with. */
export const listGprTemplates = query({
  name: "gpr.templates",
  permissions: [],
  input: z.strictObject({}),
  read: async (): Promise<{ templates: GprTemplate[] }> => ({
    templates: TEMPLATES.map(({ code, name, rows, links }) => ({
      code,
      name,
      rows: rows.filter(({ parent }) => parent !== null).length,
      links: links.length,
    })),
  }),
});

import { schema } from "@stsphera/db";
import { type Template, TEMPLATES } from "@stsphera/schedule/templates";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "../../../kernel/index.ts";

const { gprTemplates } = schema;

/** Of templates made here: as many as a list shows at once. */
export const MAX_TEMPLATES = 100;

export const shipped = (code: string | undefined): Template | undefined =>
  TEMPLATES.find((template) => template.code === code);

/** A template that a schedule may begin with: one that ships, or one made here that is not archived. */
export async function findTemplate(
  tx: Pick<Tx, "select">,
  code: string | undefined,
): Promise<Template | undefined> {
  const known = shipped(code);
  if (known !== undefined || code === undefined) return known;
  const [row] = await tx
    .select()
    .from(gprTemplates)
    .where(and(eq(gprTemplates.code, code), isNull(gprTemplates.archivedAt)));
  return row === undefined ? undefined : { code, name: row.name, rows: row.rows, links: row.links };
}

import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { DomainError, notFound, type Tx } from "../../../kernel/index.ts";
import { shipped } from "./find-template.ts";

const { gprTemplates } = schema;

export type TemplateRecord = typeof gprTemplates.$inferSelect;

export const templateSubject = ({ id }: Pick<TemplateRecord, "id">) => ({
  entityType: "gpr_template",
  entityId: id,
  objectId: null,
});

/** Locks a template made here; those that ship cannot be changed. */
export async function lockTemplate(tx: Tx, code: string): Promise<TemplateRecord> {
  if (shipped(code) !== undefined) throw new DomainError("conflict", { sentence: "gpr_template_ships" });
  const [row] = await tx.select().from(gprTemplates).where(eq(gprTemplates.code, code)).for("update");
  if (row === undefined) throw notFound();
  return row;
}

import type { DefectStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Context } from "../../../kernel/index.ts";
import type { TestObject } from "../../../testing/index.ts";

type NewDefect = Partial<typeof schema.defects.$inferInsert> & { reporterId: number };

/** Inserts a defect on a test object's first floor, open unless said. */
export async function insertDefect(
  ctx: Pick<Context, "db" | "now">,
  object: Pick<TestObject, "id" | "facadeId" | "floorId">,
  { status = "open", ...more }: NewDefect & { status?: DefectStatus },
): Promise<number> {
  const [row] = await ctx.db.orm
    .insert(schema.defects)
    .values({
      objectId: object.id,
      number:
        sql<number>`(select coalesce(max(number), 0) + 1 from defects where object_id = ${object.id}::int)` as never,
      title: "Шов не заполнен",
      severity: "major",
      origin: "installation",
      facadeId: object.facadeId("Юг"),
      facade: "Юг",
      floorId: object.floorId("1"),
      floor: "1",
      status,
      statusSince: ctx.now,
      createdAt: ctx.now,
      ...more,
    })
    .returning({ id: schema.defects.id });
  if (row === undefined) throw new Error("a defect was not stored");
  return row.id;
}

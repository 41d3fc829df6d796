import type { DefectStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { Context } from "../../../kernel/index.ts";
import type { TestObject } from "../../../testing/index.ts";

/** Cases run side by side: numbers made here never meet. */
let numbers = 1000;

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
      number: (numbers += 1),
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

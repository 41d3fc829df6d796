import { schema } from "@stsphera/db";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { insertRows, type Tx } from "../../kernel/index.ts";

const { taskChecklistItems: items } = schema;

/** Inserts the items of new checklists. */
export async function writeChecklists(
  tx: Tx,
  lists: readonly { taskId: number; texts: readonly string[] }[],
): Promise<void> {
  const rows = lists.flatMap(({ taskId, texts }) => texts.map((text, sort) => ({ taskId, text, sort })));
  await insertRows(tx, items, rows);
}

/** Replaces the whole checklist; an item with unchanged text keeps its tick. Returns the old texts. */
export async function replaceChecklist(tx: Tx, taskId: number, texts: readonly string[]): Promise<string[]> {
  const old = await tx.select().from(items).where(eq(items.taskId, taskId)).orderBy(asc(items.sort));
  const left = [...old];
  const lines = texts.map((text, sort) => {
    const at = left.findIndex((item) => item.text === text);
    const [kept] = at < 0 ? [] : left.splice(at, 1);
    return { text, sort, kept };
  });
  const gone = left.map((item) => item.id);
  if (gone.length > 0) await tx.delete(items).where(inArray(items.id, gone));
  const kept = lines.flatMap((line) =>
    line.kept === undefined ? [] : [{ id: line.kept.id, sort: line.sort }],
  );
  await reorder(tx, taskId, kept);
  const fresh = lines.filter((line) => line.kept === undefined);
  if (fresh.length > 0)
    await tx.insert(items).values(fresh.map(({ text, sort }) => ({ taskId, text, sort })));
  return old.map((item) => item.text);
}

/** In two steps, so that no two items have the same position. */
async function reorder(tx: Tx, taskId: number, kept: readonly { id: number; sort: number }[]): Promise<void> {
  if (kept.length === 0) return;
  await tx
    .update(items)
    .set({ sort: sql`-1 - ${items.sort}` })
    .where(eq(items.taskId, taskId));
  const places = sql.join(
    kept.map(({ id, sort }) => sql`(${id}::int, ${sort}::int)`),
    sql`, `,
  );
  await tx.execute(sql`
    update task_checklist_items i set sort = p.sort from (values ${places}) p (id, sort) where i.id = p.id`);
}

import type { Wish } from "../cases/bench-case.ts";
import type { World } from "../world/world.ts";
import { createComparison } from "./compare.ts";

/** Compares the ids of a page with all ids in order, selected by a statement whose $1, if any, is the user. */
export function checkRows(limit: number, text: string) {
  return async ({ sql }: World, wish: Wish, answer: unknown): Promise<string[]> => {
    const { items, nextCursor } = answer as { items: { id: number }[]; nextCursor: string | null };
    const { problems, same } = createComparison();
    const all = await sql.unsafe<{ id: number }[]>(text, text.includes("$1") ? [wish.personId] : []);
    const from = ((wish.page ?? 1) - 1) * limit;
    const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);
    same("the page", ids(items), ids(all.slice(from, from + limit)));
    same("there being more", nextCursor !== null, all.length > from + limit);
    return problems;
  };
}

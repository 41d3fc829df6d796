import type { TaskPage } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import { TODAY, type World } from "../world/world.ts";
import { createComparison } from "./compare.ts";

type Row = { id: number; title: string; status: string; deadline: string | null };

const FINISHED = ["done", "cancelled"];

/** Fetches and sorts all tasks of the object. */
export function checkTasks(limit: number) {
  return async ({ sql }: World, wish: Wish, answer: unknown): Promise<string[]> => {
    const { items, nextCursor } = answer as TaskPage;
    const { problems, same } = createComparison();
    const objectId = Number(/objects\/(\d+)/.exec(wish.path)?.[1]);
    const rows = await sql<Row[]>`
      select id, title, status, deadline::text as deadline from tasks where object_id + 0 = ${objectId}`;
    const from = ((wish.page ?? 1) - 1) * limit;
    const due = ({ deadline }: Row) => deadline ?? "9999-12-31";
    const expected = rows
      .toSorted((a, b) => due(a).localeCompare(due(b)) || a.id - b.id)
      .slice(from, from + limit)
      .map(({ id, title, status, deadline }) => [
        id,
        title,
        status,
        deadline,
        deadline !== null && deadline < TODAY && !FINISHED.includes(status),
      ]);
    same(
      "the page",
      items.map(({ id, title, status, deadline, flags }) => [id, title, status, deadline, flags.overdue]),
      expected,
    );
    same("there being more", nextCursor !== null, rows.length > from + limit);
    return problems;
  };
}

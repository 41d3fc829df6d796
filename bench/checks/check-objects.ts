import type { ObjectPage } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import type { World } from "../world/world.ts";
import { createComparison } from "./compare.ts";
import { slowProgress } from "./slow-progress.ts";

const PAGE = 20;

/** Fetches and sorts all objects; progress comes from the ledger. */
export async function checkObjects({ sql }: World, _wish: Wish, answer: unknown): Promise<string[]> {
  const { items, nextCursor } = answer as ObjectPage;
  const { problems, same } = createComparison();
  const all = await sql<{ id: number; name: string; status: string; deadline: string | null }[]>`
    select id, name, status, deadline::text as deadline from objects`;
  const progress = new Map(
    (await slowProgress(sql, null))
      .filter((row) => row.facadeId === null)
      .map((row) => [row.objectId, row.pct]),
  );
  const russian = new Intl.Collator("ru");
  const listed = all
    .filter(({ status }) => status !== "closed" && status !== "archived")
    .sort((a, b) => russian.compare(a.name, b.name) || a.id - b.id);
  const expected = listed
    .slice(0, PAGE)
    .map(({ id, name, status, deadline }) => ({ id, name, status, deadline, pct: progress.get(id) ?? null }));
  const given = items.map(({ id, name, status, deadline, progressPct }) => ({
    id,
    name,
    status,
    deadline,
    pct: progressPct,
  }));
  same("the page", given, expected);
  same("there being more", nextCursor !== null, listed.length > PAGE);
  return problems;
}

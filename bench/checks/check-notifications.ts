import type { NotificationPage } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import type { World } from "../world/world.ts";
import { createComparison } from "./compare.ts";

const PAGE = 50;

type Row = { id: number; title: string; text: string; updatedAt: Date; read: boolean };

/** Fetches and sorts all notifications of the user. */
export async function checkNotifications({ sql }: World, wish: Wish, answer: unknown): Promise<string[]> {
  const page = answer as NotificationPage;
  const { problems, same } = createComparison();
  const rows = await sql<Row[]>`
    select id, title, text, updated_at as "updatedAt", read_at is not null as read
    from notifications where user_id + 0 = ${wish.personId}`;
  const expected = rows
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime() || b.id - a.id)
    .slice(0, PAGE);
  same(
    "the page",
    page.items.map(({ id, title, text, updatedAt, readAt }) => [id, title, text, updatedAt, readAt !== null]),
    expected.map(({ id, title, text, updatedAt, read }) => [id, title, text, updatedAt.toISOString(), read]),
  );
  same("there being more", page.nextCursor !== null, rows.length > PAGE);
  return problems;
}

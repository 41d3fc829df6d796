import type { ObjectCard } from "../../packages/contracts/src/index.ts";
import type { Wish } from "../cases/bench-case.ts";
import { type World, TODAY } from "../world/world.ts";
import { createComparison } from "./compare.ts";
import { slowProgress } from "./slow-progress.ts";

type Member = { userId: number; fullName: string; role: string };

/** Builds the card from its tables one by one. */
export async function checkObjectCard({ sql }: World, { path }: Wish, answer: unknown): Promise<string[]> {
  const card = answer as ObjectCard;
  const objectId = Number(path.split("/").at(-1));
  const { problems, same } = createComparison();
  const [row] = await sql`select code, name, customer, deadline::text from objects where id = ${objectId}`;
  const facades =
    await sql`select id, code, name, sort from facades where object_id = ${objectId} order by sort`;
  const floors = await sql`select id, code, sort from floors where object_id = ${objectId} order by sort`;
  const members = await sql<Member[]>`
    select r.user_id as "userId", u.full_name as "fullName", r.role
    from object_roles r join users u on u.id = r.user_id where r.object_id = ${objectId}`;
  const [progress] = (await slowProgress(sql, [objectId])).filter(({ facadeId }) => facadeId === null);
  const { code, name, customer, deadline } = card;
  same("the passport", { code, name, customer, deadline }, { ...row });
  same(
    "facades",
    card.facades,
    [...facades].map((facade) => ({ ...facade })),
  );
  same(
    "floors",
    card.floors,
    [...floors].map((floor) => ({ ...floor })),
  );
  same("progress", card.progressPct, progress?.pct ?? null);
  same("today", card.today, TODAY);
  const roles = (list: readonly string[]) => list.toSorted().join();
  same(
    "the team",
    card.team.map((member) => `${member.userId} ${member.fullName} ${roles(member.roles)}`).sort(),
    [...Map.groupBy(members, ({ userId }) => userId).values()]
      .map((held) => `${held[0]?.userId} ${held[0]?.fullName} ${roles(held.map(({ role }) => role))}`)
      .sort(),
  );
  return problems;
}

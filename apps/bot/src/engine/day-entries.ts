import { listFacts } from "@stsphera/core";
import type { Fact } from "@stsphera/contracts";
import { confirmable } from "@stsphera/contracts/facts/off-plan";
import type { Turn } from "./turn.ts";

/** The entries of an object's day, of one status or all; reversed ones among them. */
export async function dayEntries(
  turn: Turn,
  { objectId, date }: { objectId: number; date: string },
  status?: Fact["status"],
): Promise<Fact[]> {
  const found: Fact[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await listFacts.run(turn.context(), {
      objectId,
      from: date,
      to: date,
      limit: 200,
      ...(status === undefined ? {} : { status }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

/** How many entries of the day one press of «Подтвердить» confirms. */
export async function confirmedAtOnce(turn: Turn, objectId: number, date: string): Promise<number> {
  const entries = await dayEntries(turn, { objectId, date });
  return confirmable(entries.filter(({ reversedById }) => reversedById === null)).usual;
}

import type { Crew } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import type { Worker } from "@stsphera/contracts/objects/workers";

/**
 * Who of a crew enters its work in the system, the lead first; a lead who has left is not among them.
 * @param people who may enter facts on the object; undefined until it is read
 */
export function accountsOf(
  { lead, leadUserId, members }: Pick<Crew, "lead" | "leadUserId" | "members">,
  people: readonly Pick<Worker, "id" | "fullName">[] | undefined,
): string[] {
  const others = members.filter(({ id }) => id !== leadUserId).map(({ fullName }) => shortName(fullName));
  if (leadUserId === null) return others;
  if (people === undefined) return [lead, ...others];
  const known = [...members, ...people].find(({ id }) => id === leadUserId);
  return known === undefined ? others : [shortName(known.fullName), ...others];
}

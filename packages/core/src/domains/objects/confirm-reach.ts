import { type Actor, apartFrom, can, limitOn } from "@stsphera/rbac";

/** Whose waiting entries of an object a person confirms. */
export type Confirms = "nobody" | "installers" | "everybody";

export function confirmsOn(actor: Actor, objectId: number): Confirms {
  if (!can(actor, "fact.confirm", { objectId })) return "nobody";
  return limitOn(actor, "fact.confirm", { objectId }) === "installers_entries" ? "installers" : "everybody";
}

const WIDTH: Readonly<Record<Confirms, number>> = { nobody: 0, installers: 1, everybody: 2 };

/** The absent people of an object without whose right he would confirm less there: their own entries are not for him. */
export function notToConfirm(actor: Actor, objectId: number): number[] {
  if (actor.kind === "system") return [];
  const width = WIDTH[confirmsOn(actor, objectId)];
  const absent = new Set((actor.deputyFor ?? []).map(({ principalId }) => principalId));
  return [...absent].filter((personId) => WIDTH[confirmsOn(apartFrom(actor, personId), objectId)] < width);
}

import type { ObjectStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, can, type Permission, type Relation } from "@stsphera/rbac";

/** What must hold before a move is taken. */
export type ObjectGuard = "ready_for_planning" | "no_facts" | "done_or_rest_listed";

export type ObjectMove = {
  from: readonly ObjectStatus[];
  to: ObjectStatus;
  permission: Permission;
  reason: boolean;
  guard?: ObjectGuard;
};

/** Every move of an object that a person makes; nothing else compares its status. */
export const OBJECT_MOVES: readonly ObjectMove[] = [
  { from: ["draft"], to: "planning", permission: "object.plan", reason: false, guard: "ready_for_planning" },
  { from: ["draft", "planning"], to: "active", permission: "object.transfer", reason: true },
  { from: ["active"], to: "on_hold", permission: "object.hold", reason: true },
  { from: ["on_hold"], to: "active", permission: "object.hold", reason: true },
  {
    from: ["active"],
    to: "completing",
    permission: "object.complete",
    reason: false,
    guard: "done_or_rest_listed",
  },
  { from: ["completing"], to: "active", permission: "object.close", reason: true },
  { from: ["completing"], to: "closed", permission: "object.close", reason: false },
  { from: ["closed"], to: "completing", permission: "object.close", reason: true },
  {
    from: ["draft", "planning"],
    to: "archived",
    permission: "object.archive",
    reason: false,
    guard: "no_facts",
  },
];

type Moved = { id: number; status: ObjectStatus; createdBy: number };

/** The move from one status to another, if there is one. */
export function objectMove(from: ObjectStatus, to: ObjectStatus): ObjectMove | undefined {
  return OBJECT_MOVES.find((move) => move.from.includes(from) && move.to === to);
}

/** What the asker is to the object itself: the creator of a draft has a say of his own. */
export function relationsTo(actor: Actor, object: Moved): readonly Relation[] {
  const created = actor.kind === "user" && actor.id === object.createdBy;
  return created && object.status === "draft" ? ["creator"] : [];
}

/** Whether the asker may take the move, were its guard to hold. */
export function mayMove(actor: Actor, object: Moved, move: ObjectMove): boolean {
  return can(actor, move.permission, { objectId: object.id, relations: relationsTo(actor, object) });
}

/** Where the asker may take the object from its status. */
export function allowedObjectMoves(actor: Actor, object: Moved): ObjectStatus[] {
  return OBJECT_MOVES.filter((move) => move.from.includes(object.status) && mayMove(actor, object, move)).map(
    (move) => move.to,
  );
}

const CHANGEABLE: readonly ObjectStatus[] = ["draft", "planning", "active", "on_hold", "completing"];
const TAKES_FACTS: readonly ObjectStatus[] = ["active", "on_hold", "completing"];

/** Whether team, facades and floors may still change. */
export const isChangeable = (status: ObjectStatus): boolean => CHANGEABLE.includes(status);

/** Whether facts are taken at all; on hold those of days before the pause. */
export const takesFacts = (status: ObjectStatus): boolean => TAKES_FACTS.includes(status);

/** What the archive view shows. */
export const ARCHIVE: readonly ObjectStatus[] = ["closed", "archived"];

/** Whether a day may be entered: a paused object takes the days before its pause. */
export function takesFactsOn(
  object: { status: ObjectStatus; heldSince: string | null },
  date: string,
): boolean {
  if (object.status === "on_hold") return object.heldSince !== null && date < object.heldSince;
  return takesFacts(object.status);
}

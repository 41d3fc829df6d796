import type { ObjectMove, ObjectStatus } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { allowedMoves, type Case, defineWorkflow } from "../../kernel/index.ts";

type Moved = { id: number; status: ObjectStatus; createdBy: number };
type ObjectCase = Case<ObjectStatus>;

/** An object as its moves are judged: the creator of a draft has rights of their own. */
export const objectCase = ({ id, status, createdBy }: Moved): ObjectCase => ({
  objectId: id,
  state: status,
  ties: { creator: status === "draft" ? createdBy : null },
  doers: [],
});

const moved = { event: "object.status_changed", undo: { minutes: 10 } } as const;

/** Every move of an object made by users; nothing else compares its status. */
export const objectWorkflow = defineWorkflow<ObjectCase, ObjectStatus>()<ObjectMove>({
  plan: { from: ["draft"], to: "planning", permission: "object.plan", ...moved },
  transfer: { from: ["draft", "planning"], to: "active", permission: "object.transfer", ...moved },
  hold: { from: ["active"], to: "on_hold", permission: "object.hold", ...moved },
  resume: { from: ["on_hold"], to: "active", permission: "object.hold", ...moved },
  complete: { from: ["active"], to: "completing", permission: "object.complete", ...moved },
  continue: { from: ["completing"], to: "active", permission: "object.close", ...moved },
  close: { from: ["completing"], to: "closed", permission: "object.close", ...moved },
  reopen: { from: ["closed"], to: "completing", permission: "object.close", ...moved },
  archive: { from: ["draft", "planning"], to: "archived", permission: "object.archive", ...moved },
});

/** Names of the moves the actor may make now. */
export const objectActions = (actor: Actor, object: Moved, now: Date): ObjectMove[] =>
  allowedMoves(objectWorkflow, actor, objectCase(object), now);

const CHANGEABLE: readonly ObjectStatus[] = ["draft", "planning", "active", "on_hold", "completing"];
const TAKES_FACTS: readonly ObjectStatus[] = ["active", "on_hold", "completing"];

/** Whether team, facades and floors may still change. */
export const isChangeable = (status: ObjectStatus): boolean => CHANGEABLE.includes(status);

/** Whether facts are accepted at all; on hold only for days before the pause. */
export const takesFacts = (status: ObjectStatus): boolean => TAKES_FACTS.includes(status);

/** Statuses shown in the archive view. */
export const ARCHIVE: readonly ObjectStatus[] = ["closed", "archived"];

/** Whether facts for a day are accepted: a paused object accepts the days before its pause. */
export function takesFactsOn(
  object: { status: ObjectStatus; heldSince: string | null },
  date: string,
): boolean {
  if (object.status === "on_hold") return object.heldSince !== null && date < object.heldSince;
  return takesFacts(object.status);
}

import type { DefectMove, DefectStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, can, type Permission } from "@stsphera/rbac";
import { type Case, defineWorkflow, mayMakeMove, notDoer, relationsOf } from "../../kernel/index.ts";

/** The part of a defect that rights are judged by. */
export type JudgedDefect = {
  objectId: number;
  status: DefectStatus;
  reporterId: number;
  responsibleId: number | null;
  /** Who fixed it can fix nothing on the object any more. */
  fixerLeft?: boolean;
};
export type DefectCase = Case<DefectStatus> & { fixerLeft: boolean };

/** A defect as its moves are judged: who fixes it never verifies it. */
export const defectCase = ({
  objectId,
  status,
  reporterId,
  responsibleId,
  fixerLeft = false,
}: JudgedDefect): DefectCase => ({
  objectId,
  state: status,
  ties: { reporter: reporterId, responsible: responsibleId },
  doers: responsibleId === null ? [] : [responsibleId],
  fixerLeft,
});

const undo = { minutes: 10 };
const judge = notDoer<DefectCase>("not_own_work");
const assign = { permission: "defect.assign", event: "defect.assigned", undo } as const;
const fixing = { permission: "defect.fix", undo } as const;
const settling = { from: ["disputed"], permission: "defect.settle", undo } as const;
const judging = { permission: "defect.verify", actorRule: judge, undo } as const;

/** Every move of a defect; nothing else compares its status. */
export const defectWorkflow = defineWorkflow<DefectCase, DefectStatus>()<DefectMove>({
  assign: { ...assign, from: ["open"], to: "assigned" },
  reassign: { ...assign, from: ["assigned", "in_work", "reopened"], to: "assigned" },
  start: { ...fixing, from: ["assigned", "reopened"], to: "in_work", event: "defect.started" },
  fix: { ...fixing, from: ["in_work"], to: "fixed", event: "defect.fixed" },
  dispute: { ...fixing, from: ["assigned", "in_work"], to: "disputed", event: "defect.disputed" },
  uphold: { ...settling, to: "assigned", event: "defect.assigned" },
  // A dispute is no way to call off what one is to fix oneself.
  drop: { ...settling, actorRule: judge, to: "cancelled", event: "defect.cancelled" },
  verify: { ...judging, from: ["fixed"], to: "verified", event: "defect.verified" },
  // Where who fixed it has left, it waits for somebody to be named.
  reopen: {
    ...judging,
    from: ["fixed", "verified"],
    to: { among: ["reopened", "open"], pick: ({ fixerLeft }) => (fixerLeft ? "open" : "reopened") },
    event: "defect.reopened",
  },
  cancel: {
    ...judging,
    from: ["open", "assigned", "in_work", "fixed", "reopened"],
    to: "cancelled",
    event: "defect.cancelled",
  },
});

const OVER: readonly DefectStatus[] = ["verified", "cancelled"];
export const isOver = (status: DefectStatus): boolean => OVER.includes(status);

/** Whether the actor holds a permission for this defect, by role or by relation. */
export const canForDefect = (actor: Actor, permission: Permission, defect: JudgedDefect): boolean =>
  can(actor, permission, { objectId: defect.objectId, relations: relationsOf(actor, defectCase(defect)) });

/** Whether the actor may change what a defect says: who may verify it, and so never who fixes it. */
export const mayEdit = (actor: Actor, defect: JudgedDefect): boolean =>
  mayMakeMove(actor, defectWorkflow.moves.verify, defectCase(defect));

/** The right used for a change other than a move, for the audit log. */
export const rightOver = (actor: Actor, permission: Permission, defect: JudgedDefect) => ({
  permission,
  relations: relationsOf(actor, defectCase(defect)),
});

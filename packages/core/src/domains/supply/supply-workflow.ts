import type { SupplyMove, SupplyStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, can, type Permission } from "@stsphera/rbac";
import { type Case, type Decision, defineWorkflow, notDoer, only, relationsOf } from "../../kernel/index.ts";
import { big } from "../calculation/index.ts";
import { afterReceipt, type Flow, isComplete, onWayOf, type Part, partsOf, restOf } from "./line-flow.ts";

/** The part of an order that rights and moves are judged by. */
export type JudgedOrder = {
  objectId: number;
  status: SupplyStatus;
  requesterId: number;
  amount: string | null;
  approvalLimit: string;
  lines: readonly Flow[];
};
export type SupplyCase = Case<SupplyStatus> & { above: boolean; lines: readonly Flow[] };

/** Whether only the director may approve it; an unknown amount is judged when the order is placed. */
export const isAboveLimit = ({ amount, approvalLimit }: Pick<JudgedOrder, "amount" | "approvalLimit">) =>
  amount !== null && big(amount).gt(approvalLimit);

/** Until then the requester may call it off. */
const BEFORE_APPROVAL: readonly SupplyStatus[] = ["draft", "requested", "rejected"];

/** An order as its moves are judged: above the limit nobody approves their own. */
export function supplyCase(order: JudgedOrder): SupplyCase {
  const { objectId, status, requesterId, lines } = order;
  const above = isAboveLimit(order);
  return {
    objectId,
    state: status,
    ties: BEFORE_APPROVAL.includes(status) ? { requester: requesterId } : {},
    doers: above ? [requesterId] : [],
    above,
    lines,
  };
}

const undo = { minutes: 10 };
const byRequester = {
  permission: "supply.request",
  actorRule: only<SupplyCase>("requester", "supply_requester_only"),
} as const;
const approving = {
  from: ["requested"],
  permission: "supply.approve",
  beyond: {
    sentence: "supply_above_limit",
    of: ({ above }: SupplyCase) => (above ? ("approval_limit" as const) : undefined),
  },
  actorRule: notDoer<SupplyCase>("supply_not_own"),
  undo,
} as const;

/** Every move of an order; nothing else compares its status. */
export const supplyWorkflow = defineWorkflow<SupplyCase, SupplyStatus>()<SupplyMove>({
  submit: { ...byRequester, from: ["draft"], to: "requested", event: "supply.requested" },
  approve: { ...approving, to: "approved", event: "supply.approved" },
  reject: { ...approving, to: "rejected", event: "supply.rejected" },
  revise: { ...byRequester, from: ["rejected"], to: "draft", event: "supply.revised" },
  order: { from: ["approved"], to: "ordered", permission: "supply.update", event: "supply.ordered" },
  ship: {
    from: ["ordered", "shipped", "partially_received"],
    to: "shipped",
    permission: "supply.ship",
    open: {
      sentence: "supply_nothing_left",
      holds: ({ lines }) => lines.some((line) => restOf(line).gt(0)),
    },
    event: "supply.shipped",
  },
  receive: {
    from: ["shipped", "partially_received"],
    to: {
      among: ["delivered", "partially_received"],
      pick: ({ lines }, input) =>
        isComplete(afterReceipt(lines, partsOf(lines, "onWay", input as Part)))
          ? "delivered"
          : "partially_received",
    },
    permission: "supply.receive",
    open: {
      sentence: "supply_nothing_on_way",
      holds: ({ lines }) => lines.some((line) => onWayOf(line).gt(0)),
    },
    event: "supply.received",
    undo,
  },
  cancel: {
    from: ["draft", "requested", "approved", "ordered", "shipped", "partially_received"],
    to: "cancelled",
    permission: "supply.cancel",
    event: "supply.cancelled",
  },
});

const COMING: readonly SupplyStatus[] = ["ordered", "shipped", "partially_received"];
export const isComing = (status: SupplyStatus): boolean => COMING.includes(status);
const CHANGEABLE: readonly SupplyStatus[] = ["draft", "requested"];
export const isBeingAsked = (status: SupplyStatus): boolean => CHANGEABLE.includes(status);

const isRequester = (actor: Actor, { requesterId }: Pick<JudgedOrder, "requesterId">): boolean =>
  actor.kind === "user" && actor.id === requesterId;

/** The permission by which the actor changes what is asked for: the requester's own, or that of supply. */
export function changingRight(
  actor: Actor,
  order: Pick<JudgedOrder, "objectId" | "requesterId">,
): Permission | null {
  const { objectId } = order;
  if (isRequester(actor, order) && can(actor, "supply.request", { objectId })) return "supply.request";
  return can(actor, "supply.update", { objectId }) ? "supply.update" : null;
}

const ATTACHING = ["supply.request", "supply.update", "supply.receive"] as const;

/** The permission by which the actor adds files to an order. */
export const attachingRight = (
  actor: Actor,
  { objectId }: Pick<JudgedOrder, "objectId">,
): Permission | null => ATTACHING.find((permission) => can(actor, permission, { objectId })) ?? null;

/** Money is shown to those who may see it on the object, decide on it or spend it, and to who asked for it. */
export const seesMoney = (actor: Actor, order: Pick<JudgedOrder, "objectId" | "requesterId">): boolean =>
  isRequester(actor, order) ||
  (["object.money", "supply.approve", "supply.update"] as const).some((permission) =>
    can(actor, permission, { objectId: order.objectId }),
  );

/** The right used for a change other than a move, for the audit log. */
export const rightOver = (actor: Actor, permission: Permission, order: JudgedOrder) => ({
  permission,
  relations: relationsOf(actor, supplyCase(order)),
});

type WaitingOrder = Omit<JudgedOrder, "lines"> & {
  needOn: string | null;
  promisedOn: string | null;
  statusSince: Date;
  openDifferences: number;
};

/** What waits in this state: approving, placing the order, receiving it, settling what was missing. */
export function supplyDecisions(order: WaitingOrder): readonly Decision[] {
  const { status, requesterId, needOn, promisedOn, openDifferences } = order;
  const since = order.statusSince;
  const differences: Decision[] =
    openDifferences === 0
      ? []
      : [{ kind: "supply_to_settle", permission: "supply.update", dueOn: null, since }];
  switch (status) {
    case "requested": {
      const asked = {
        kind: "supply_to_approve",
        permission: "supply.approve",
        dueOn: needOn,
        since,
      } as const;
      // Above the limit it waits for the director, who holds the right on every object.
      return isAboveLimit(order)
        ? [{ ...asked, beyond: "approval_limit", companyWide: true, exceptUserIds: [requesterId] }]
        : [asked];
    }
    case "approved":
      return [{ kind: "supply_to_order", permission: "supply.update", dueOn: needOn, since }];
    case "shipped":
      return [
        { kind: "supply_to_receive", permission: "supply.receive", dueOn: promisedOn, since },
        ...differences,
      ];
    default:
      return differences;
  }
}

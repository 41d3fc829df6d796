import type { EventsOf, Notice, Notices, OutboxEvent } from "../../platform/notify/index.ts";
import { groupSupply } from "./card/group-supply.ts";
import type { SupplyNews } from "./card/supply-card.ts";
import { supplyNotification, type SupplySnapshot, type SupplyWho } from "./supply-notification.ts";
import { isAboveLimit, isComing } from "./supply-workflow.ts";

type SupplyNotice = Notice<SupplySnapshot, SupplyWho, SupplyNews>;

const told = (kind: SupplyNews["kind"]) => ({ card: supplyNotification, news: (): SupplyNews => ({ kind }) });
const moved = told("moved");
const changed = told("changed");

/** The order went on since: a later event tells. */
const movedOn = ({ row }: SupplySnapshot, { payload }: OutboxEvent): boolean =>
  payload["to"] !== undefined && row.status !== payload["to"];
const isAbove = ({ row }: SupplySnapshot): boolean => isAboveLimit(row);

/** A request rings for its approver. Above the limit that is the director, and the project manager gets the card without deciding. */
const toApprove: readonly SupplyNotice[] = [
  {
    ...moved,
    to: ["managers"],
    alert: "always",
    deputies: true,
    stale: (thing, event) => movedOn(thing, event) || isAbove(thing),
  },
  {
    ...moved,
    to: ["directors"],
    alert: "always",
    stale: (thing, event) => movedOn(thing, event) || !isAbove(thing),
  },
  {
    ...moved,
    to: ["managers"],
    alert: "first",
    stale: (thing, event) => movedOn(thing, event) || !isAbove(thing),
  },
];

const quietly: SupplyNotice = { ...moved, to: ["known"], alert: "never", stale: movedOn };

/** What is asked for was changed before the decision: who decides sees it anew. */
const onChange: readonly SupplyNotice[] = toApprove.map((notice) => ({
  ...notice,
  ...changed,
  alert: notice.alert === "always" ? "first" : "never",
  stale: (thing, event) => thing.row.status !== "requested" || notice.stale?.(thing, event) === true,
}));

/** Who is notified of orders. */
export const supplyNotices = {
  "supply.drafted": { to: [] },
  "supply.requested": [...toApprove, quietly],
  "supply.approved": [
    { ...moved, to: ["holders of supply.update"], alert: "always", stale: movedOn },
    { ...moved, to: ["requester"], alert: "first", stale: movedOn },
    quietly,
  ],
  "supply.rejected": [{ ...moved, to: ["requester"], alert: "always", stale: movedOn }, quietly],
  "supply.revised": quietly,
  "supply.ordered": [{ ...moved, to: ["requester"], alert: "first", stale: movedOn }, quietly],
  "supply.promised_changed": [
    { ...told("promised"), to: ["requester", "managers"], alert: "always" },
    { ...changed, to: ["known"], alert: "never" },
  ],
  "supply.shipped": [
    {
      ...moved,
      to: ["holders of construction.submit", "managers"],
      alert: "always",
      group: groupSupply("group_shipped"),
      stale: movedOn,
    },
    quietly,
  ],
  "supply.received": [
    {
      ...told("received"),
      to: ["holders of supply.update", "managers", "requester"],
      alert: "first",
      stale: movedOn,
    },
    quietly,
  ],
  "supply.cancelled": [
    { ...moved, to: ["requester", "holders of supply.update"], alert: "first", stale: movedOn },
    quietly,
  ],
  "supply.changed": [...onChange, { ...changed, to: ["known"], alert: "never" }],
  "supply.move_undone": { ...changed, to: ["known"], alert: "never" },
  "supply.discrepancy_opened": {
    ...told("missing"),
    to: ["holders of supply.update", "managers"],
    alert: "always",
    priority: "high",
  },
  "supply.discrepancy_settled": { ...changed, to: ["known"], alert: "never" },
  // «It has come» is offered on the promised day, not when the truck leaves.
  "supply.due": {
    ...told("due"),
    to: ["holders of construction.submit"],
    alert: "always",
    stale: ({ row }, { payload }) => row.status !== "shipped" || row.promisedOn !== payload["day"],
  },
  "supply.delayed": {
    ...told("late"),
    to: [
      "managers",
      "holders of supply.update",
      "holders of production.report",
      "holders of construction.submit",
    ],
    alert: "always",
    priority: "high",
    group: groupSupply("group_late"),
    // It came in the meantime, or another day was promised.
    stale: ({ row }, { payload }) => !isComing(row.status) || row.promisedOn !== payload["day"],
  },
} as const satisfies Record<EventsOf<"supply">, Notices<SupplySnapshot, SupplyWho, SupplyNews>>;

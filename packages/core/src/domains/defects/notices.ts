import { ESCALATION_LEVELS } from "@stsphera/contracts/vocabulary";
import {
  type EventsOf,
  type Notice,
  type Notices,
  numberOf,
  type OutboxEvent,
} from "../../platform/notify/index.ts";
import type { DefectNews } from "./card/defect-card.ts";
import { groupDefect } from "./card/group-defect.ts";
import { defectNotification, type DefectSnapshot, type DefectWho } from "./defect-notification.ts";

type DefectNotice = Notice<DefectSnapshot, DefectWho, DefectNews>;

const card = { card: defectNotification } as const;
const moved = { ...card, news: (): DefectNews => ({ kind: "moved" }) } as const;
const changed = { ...card, news: (): DefectNews => ({ kind: "changed" }) } as const;
const left = { ...card, news: (): DefectNews => ({ kind: "left" }) } as const;

/** The defect went on since: a later event tells. */
const movedOn = ({ row }: DefectSnapshot, { payload }: OutboxEvent): boolean =>
  payload["to"] !== undefined && row.status !== payload["to"];

const isCritical = ({ row }: DefectSnapshot): boolean => row.severity === "critical";
const isOfFactory = ({ row }: DefectSnapshot): boolean => row.origin === "factory";

const reported = { ...card, alert: "always", news: (): DefectNews => ({ kind: "reported" }) } as const;
const toManagers: DefectNotice = { ...reported, to: ["managers"], deputies: true };
const toFactory: DefectNotice = { ...reported, to: ["holders of production.report"] };

/** A critical one is told at once whatever the hour; the factory is told of its own faults alone. */
const ofCritical: readonly DefectNotice[] = [
  { ...toManagers, priority: "critical", group: groupDefect("group"), stale: (thing) => !isCritical(thing) },
  {
    ...toFactory,
    priority: "critical",
    stale: (thing) => !isOfFactory(thing) || !isCritical(thing),
  },
];
const ofReport: readonly DefectNotice[] = [
  ...ofCritical,
  { ...toManagers, group: groupDefect("group"), stale: isCritical },
  { ...toFactory, stale: (thing) => !isOfFactory(thing) || isCritical(thing) },
];

/** Who has the card sees the new state on it; the reporter's is the answer that the report got in the chat. */
const followed: readonly DefectNotice[] = [
  { ...moved, to: ["reporter"], alert: "edit", stale: movedOn },
  { ...moved, to: ["known"], alert: "never", stale: movedOn },
];
const changedSilently: readonly DefectNotice[] = [
  { ...changed, to: ["reporter"], alert: "edit" },
  { ...changed, to: ["responsible", "known"], alert: "never" },
];

/** Another day, or a defect that waits for its verification, or for who settles a dispute. */
const isAnswered = ({ row: { status, dueOn } }: DefectSnapshot, { payload }: OutboxEvent): boolean =>
  !["open", "assigned", "in_work", "reopened"].includes(status) || dueOn !== payload["dueOn"];
/** At first only who has it in hand is told: its fixer, or who is to name one. */
const isForOthers = ({ row }: DefectSnapshot, { payload }: OutboxEvent): boolean =>
  row.status === "open" || (numberOf(payload["level"]) ?? 0) >= ESCALATION_LEVELS[1];
const late = {
  ...card,
  alert: "always",
  priority: "high",
  deputies: true,
  news: (_thing: DefectSnapshot, { payload }: OutboxEvent): DefectNews => ({
    kind: "late",
    level: ESCALATION_LEVELS.find((level) => level === payload["level"]) ?? 1,
    lateDays: numberOf(payload["lateDays"]) ?? 1,
  }),
} as const;

/** Who is notified of defects. */
export const defectNotices = {
  "defect.reported": ofReport,
  "defect.assigned": [
    { ...moved, to: ["responsible"], alert: "always", stale: movedOn },
    { ...moved, to: ["previous"], alert: "first", stale: movedOn },
    ...followed,
  ],
  "defect.started": followed,
  "defect.fixed": [
    {
      ...moved,
      to: ["reporter"],
      alert: "always",
      deputies: true,
      group: groupDefect("group_fixed"),
      stale: movedOn,
    },
    { ...moved, to: ["known"], alert: "never", stale: movedOn },
  ],
  "defect.disputed": [
    { ...moved, to: ["managers"], alert: "always", deputies: true, stale: movedOn },
    { ...moved, to: ["reporter", "known"], alert: "never", stale: movedOn },
  ],
  "defect.verified": [{ ...moved, to: ["responsible"], alert: "always", stale: movedOn }, ...followed],
  "defect.reopened": [
    { ...moved, to: ["responsible"], alert: "always", stale: movedOn },
    // Who fixed it has left: it waits for somebody to be named.
    {
      ...left,
      to: ["managers"],
      alert: "always",
      deputies: true,
      stale: (thing, event) => movedOn(thing, event) || thing.row.status !== "open",
    },
    ...followed,
  ],
  "defect.cancelled": [
    { ...moved, to: ["responsible", "reporter"], alert: "always", stale: movedOn },
    { ...moved, to: ["known"], alert: "never", stale: movedOn },
  ],
  "defect.changed": changedSilently,
  "defect.grown_critical": [
    ...ofCritical,
    {
      ...reported,
      to: ["responsible"],
      stale: (thing) => !isCritical(thing),
    },
    ...changedSilently,
  ],
  "defect.responsible_left": [
    { ...left, to: ["managers"], alert: "always", deputies: true, stale: movedOn },
    ...followed,
  ],
  "defect.given_back": [{ ...moved, to: ["responsible"], alert: "first", stale: movedOn }, ...followed],
  "defect.escalated": [
    { ...late, to: ["responsible"], stale: isAnswered },
    {
      ...late,
      to: ["managers", "reporter"],
      stale: (...at) => isAnswered(...at) || !isForOthers(...at),
    },
  ],
  "defect.move_undone": changedSilently,
} as const satisfies Record<EventsOf<"defect">, Notices<DefectSnapshot, DefectWho, DefectNews>>;

import type { EventsOf, Notice, Notices, OutboxEvent } from "../../platform/notify/index.ts";
import type { DefectNews } from "./card/defect-card.ts";
import { groupDefect } from "./card/group-defect.ts";
import { defectNotification, type DefectSnapshot, type DefectWho } from "./defect-notification.ts";

type DefectNotice = Notice<DefectSnapshot, DefectWho, DefectNews>;

const card = { card: defectNotification } as const;
const moved = { ...card, news: (): DefectNews => ({ kind: "moved" }) } as const;
const changed = { ...card, news: (): DefectNews => ({ kind: "changed" }) } as const;

/** The defect went on since: a later event tells. */
const movedOn = ({ row }: DefectSnapshot, { payload }: OutboxEvent): boolean =>
  payload["to"] !== undefined && row.status !== payload["to"];

const isCritical = ({ row }: DefectSnapshot): boolean => row.severity === "critical";
const isOfFactory = ({ row }: DefectSnapshot): boolean => row.origin === "factory";

const reported = { ...card, alert: "always", news: (): DefectNews => ({ kind: "reported" }) } as const;
const toManagers: DefectNotice = { ...reported, to: ["managers"], deputies: true };
const toFactory: DefectNotice = { ...reported, to: ["holders of production.report"] };

/** A critical one is told at once whatever the hour; the factory is told of its own faults alone. */
const ofReport: readonly DefectNotice[] = [
  { ...toManagers, priority: "critical", group: groupDefect("group"), stale: (thing) => !isCritical(thing) },
  { ...toManagers, group: groupDefect("group"), stale: isCritical },
  {
    ...toFactory,
    priority: "critical",
    stale: (thing) => !isOfFactory(thing) || !isCritical(thing),
  },
  { ...toFactory, stale: (thing) => !isOfFactory(thing) || isCritical(thing) },
];

/** Who is notified of defects. */
export const defectNotices = {
  "defect.reported": ofReport,
  "defect.assigned": [
    { ...moved, to: ["responsible"], alert: "always", stale: movedOn },
    { ...moved, to: ["previous"], alert: "first", stale: movedOn },
    { ...moved, to: ["known"], alert: "never", stale: movedOn },
  ],
  "defect.started": { ...moved, to: ["known"], alert: "never", stale: movedOn },
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
  "defect.verified": [
    { ...moved, to: ["responsible"], alert: "always", stale: movedOn },
    { ...moved, to: ["known"], alert: "never", stale: movedOn },
  ],
  "defect.reopened": [
    { ...moved, to: ["responsible"], alert: "always", stale: movedOn },
    { ...moved, to: ["known"], alert: "never", stale: movedOn },
  ],
  "defect.cancelled": [
    { ...moved, to: ["responsible", "reporter"], alert: "always", stale: movedOn },
    { ...moved, to: ["known"], alert: "never", stale: movedOn },
  ],
  "defect.changed": { ...changed, to: ["responsible", "known"], alert: "never" },
  "defect.move_undone": { ...changed, to: ["responsible", "known"], alert: "never" },
} as const satisfies Record<EventsOf<"defect">, Notices<DefectSnapshot, DefectWho, DefectNews>>;

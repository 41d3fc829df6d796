import { line } from "@stsphera/telegram";
import {
  type EventsOf,
  forGroup,
  type GroupCopy,
  type GroupDrawing,
  type Notices,
  numberOf,
  type OutboxEvent,
  wordsOf,
} from "../../platform/notify/index.ts";
import { type GprNews, gprWords } from "./card/gpr-view.ts";
import { finishText } from "./card/shift-lines.ts";
import { gprNotification, type GprSnapshot, type GprWho } from "./gpr-notification.ts";

const card = { card: gprNotification } as const;
const asked = (): GprNews => ({ kind: "asked" });
const signed = (): GprNews => ({ kind: "signed" });
const recalled = (): GprNews => ({ kind: "recalled" });
const remarked = (_gpr: GprSnapshot, { payload }: OutboxEvent): GprNews => ({
  kind: "remarked",
  text: wordsOf(payload["text"]) ?? "",
});
const active = (_gpr: GprSnapshot, { payload }: OutboxEvent): GprNews => ({
  kind: "active",
  tasks: numberOf(payload["tasks"]) ?? 0,
});

const shifted = (_gpr: GprSnapshot, { payload }: OutboxEvent): GprNews => ({
  kind: "shifted",
  reason: wordsOf(payload["reason"]) ?? "",
  moved: numberOf(payload["moved"]) ?? 0,
  finish: wordsOf(payload["finish"]),
  days: numberOf(payload["days"]) ?? 0,
});
const answered = ({ answer }: GprSnapshot): GprNews => ({
  kind: "answered",
  agreed: answer?.status === "agreed",
  owner: answer?.owner ?? "",
  text: answer?.text ?? null,
});
const reminded = ({ missing }: GprSnapshot): GprNews => ({ kind: "reminded", days: missing?.days ?? 0 });
const agreed = ({ answer }: GprSnapshot): boolean => answer?.status !== "objected";
const former = ({ row: { status } }: GprSnapshot): boolean => status !== "active";

/** Skips a request to sign what is not to be signed any more. */
const over = ({ row: { status } }: GprSnapshot): boolean => status !== "pending_signatures";

const notLate = (gpr: GprSnapshot): boolean => over(gpr) || gpr.missing?.late !== true;

/** A new version in the chats of the object: what differs from the one before. */
function activeInGroup({ row }: GprSnapshot, { locale }: GroupDrawing): GroupCopy {
  const t = gprWords(locale);
  const { id, number, changes } = row;
  const parts = (["added", "removed", "moved", "changed"] as const)
    .filter((kind) => (changes?.[kind] ?? 0) > 0)
    .map((kind) => t(kind, { count: changes?.[kind] ?? 0 }));
  return {
    key: `gpr:${id}`,
    title: t("title_active", { number, object: forGroup(row.objectName) }),
    lines: [line(t("changes"), parts.length === 0 ? null : parts.join(", "))],
    many: (count) => t("group_news", { count }),
    button: { text: t("group_open"), link: { kind: "gpr", id } },
  };
}

/** A shift in the chats of the object: why, and the new finish. */
function shiftInGroup({ row }: GprSnapshot, { locale }: GroupDrawing, { payload }: OutboxEvent): GroupCopy {
  const t = gprWords(locale);
  const finish = wordsOf(payload["finish"]);
  const days = numberOf(payload["days"]) ?? 0;
  return {
    key: `gpr:shift:${row.id}`,
    title: t("title_shifted", { object: forGroup(row.objectName) }),
    lines: [
      line(t("reason"), forGroup(wordsOf(payload["reason"]) ?? "")),
      line(t("moved_rows"), String(numberOf(payload["moved"]) ?? 0)),
      line(t("finish"), finishText({ finish, days }, locale)),
    ],
    many: (count) => t("group_shifts", { count }),
    button: { text: t("group_open"), link: { kind: "gpr", id: row.id } },
  };
}

/** Who is notified of versions of the schedule. */
export const gprNotices = {
  "gpr.sign_requested": [
    { ...card, to: ["waiting"], alert: "always", priority: "high", deputies: true, stale: over, news: asked },
    { ...card, to: ["managers", "known"], alert: "never", news: signed },
  ],
  "gpr.signer_changed": [
    { ...card, to: ["named"], alert: "always", priority: "high", deputies: true, stale: over, news: asked },
    { ...card, to: ["signers", "known"], alert: "never", news: signed },
  ],
  "gpr.signed": [
    { ...card, to: ["managers"], alert: "always", news: signed },
    { ...card, to: ["signers", "known"], alert: "never", news: signed },
  ],
  "gpr.remarked": [
    { ...card, to: ["managers"], alert: "always", priority: "high", news: remarked },
    { ...card, to: ["signers", "known"], alert: "never", news: remarked },
  ],
  "gpr.recalled": { ...card, to: ["signers", "known"], alert: "never", news: recalled },
  "gpr.activated": {
    ...card,
    to: ["holders of gpr.view"],
    alert: "always",
    priority: "high",
    news: active,
    group: activeInGroup,
  },
  "gpr.sign_reminder": [
    {
      ...card,
      to: ["reminded"],
      alert: "always",
      priority: "high",
      deputies: true,
      stale: over,
      news: reminded,
    },
    { ...card, to: ["managers"], alert: "always", stale: notLate, news: reminded },
  ],
  "gpr.shifted": [
    {
      ...card,
      to: ["touched"],
      alert: "always",
      priority: "high",
      deputies: true,
      stale: former,
      news: shifted,
      group: shiftInGroup,
    },
    { ...card, to: ["managers", "known"], alert: "first", stale: former, news: shifted },
  ],
  "gpr.shift_answered": [
    { ...card, to: ["managers"], alert: "always", priority: "high", stale: agreed, news: answered },
    { ...card, to: ["managers", "known"], alert: "never", news: answered },
  ],
} as const satisfies Record<EventsOf<"gpr">, Notices<GprSnapshot, GprWho, GprNews>>;

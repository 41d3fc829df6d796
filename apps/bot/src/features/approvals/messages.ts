import type { Approval } from "@stsphera/contracts";
import { dayWithYear, shortName } from "@stsphera/contracts/format";
import {
  type Button,
  html,
  type Html,
  joinHtml,
  miniAppUrl,
  parseDeepLink,
  type RenderedMessage,
} from "@stsphera/telegram";
import { packApproval } from "../../engine/approval-data.ts";
import { appButton, menuButton, press } from "../../engine/buttons.ts";
import { confirmDayButton } from "../../engine/day-button.ts";
import { personsToday } from "../../engine/days.ts";
import { listCard } from "../../engine/list-card.ts";
import type { Turn } from "../../engine/turn.ts";
import { type Waiting, waitingNumber } from "../../engine/waiting.ts";

const dayOf = (turn: Turn, day: string | null): string | null =>
  day === null ? null : dayWithYear(day, personsToday(turn), turn.locale);

/** What is to be decided, in a few words. */
function asked(turn: Turn, { kind, entries, due, toDay }: Approval): (string | null)[] {
  const { t } = turn;
  switch (kind) {
    case "fact_days":
      return [t("approvals.fact_days", { day: dayOf(turn, due) ?? "", count: entries ?? 0 })];
    case "reschedule":
      return [t("approvals.reschedule", { day: dayOf(turn, toDay) ?? "" })];
    case "person":
      return [t("approvals.person")];
    default: {
      const until = dayOf(turn, due);
      return [t(`approvals.${kind}`), until === null ? null : t("objects.until", { day: until })];
    }
  }
}

function row(turn: Turn, item: Approval): Html {
  const { t } = turn;
  const facts = [
    ...asked(turn, item),
    item.overdue && item.kind !== "fact_days" ? t("approvals.overdue") : null,
    item.who === null ? null : shortName(item.who.fullName),
    item.kind === "fact_days" ? null : item.objectName,
  ];
  return joinHtml([html`<b>${item.title}</b>`, joinHtml(facts, " · ")]);
}

/** «Подтвердить · 4» beside a day of facts. */
const confirming = (turn: Turn, { kind, objectId, due, entries }: Approval): Button[] =>
  kind !== "fact_days" || objectId === null || due === null
    ? []
    : [confirmDayButton(turn, objectId, due, entries ?? 0)];

/** The buttons of a row: to the card where the decision is made, in the chat, or in the app for a day of facts. */
function open(turn: Turn, item: Approval, page: number): Button[] {
  const { services } = turn;
  const link = item.deepLink === null ? null : parseDeepLink(item.deepLink);
  const { kind, id } = link ?? item;
  const letter = services.registered.opens.get(kind);
  if (letter !== undefined) return [press(item.title, packApproval({ action: "thing", letter, id, page }))];
  if (link === null) return [];
  const day = dayOf(turn, item.due);
  const caption = day === null ? item.title : `${day} · ${item.title}`;
  return [...appButton(caption, miniAppUrl(services.publicUrl, link), services), ...confirming(turn, item)];
}

/** A page of waiting decisions, most urgent first. */
export function approvalsMessage(turn: Turn, waiting: Waiting, page: number): RenderedMessage {
  const { t } = turn;
  return listCard(turn, {
    items: waiting.items,
    page,
    title: t("approvals.title", { number: waitingNumber(waiting) }),
    row: (item) => row(turn, item),
    open: (item, on) => open(turn, item, on),
    turnTo: (to) => packApproval({ action: "turn", page: to }),
    empty: [t("notifications.empty.title"), t("notifications.empty.text")],
    lastRow: [menuButton(t)],
  });
}

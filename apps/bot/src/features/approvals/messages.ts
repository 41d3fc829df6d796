import type { Approval } from "@stsphera/contracts";
import { entryButton } from "@stsphera/core/cards/facts";
import { dayWithYear, shortName } from "@stsphera/contracts/format";
import { WAITING_ROWS, whatWaits } from "@stsphera/contracts/waiting/captions";
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
import { confirmedAtOnce } from "../../engine/day-entries.ts";
import { confirmDayButton } from "../../engine/day-button.ts";
import { personsToday } from "../../engine/days.ts";
import { listCard } from "../../engine/list-card.ts";
import { pageOf } from "../../engine/people-chooser.ts";
import type { Turn } from "../../engine/turn.ts";
import { type Waiting, waitingNumber } from "../../engine/waiting.ts";

const dayOf = (turn: Turn, day: string | null): string | null =>
  day === null ? null : dayWithYear(day, personsToday(turn), turn.locale);

/** What is to be decided, in a few words. */
function asked(turn: Turn, { kind, entries, due, toDay }: Approval): (string | null)[] {
  const { t, locale } = turn;
  const until = dayOf(turn, due);
  const about = { day: dayOf(turn, toDay) ?? until ?? "", count: entries ?? 0 };
  const isOfDay = kind === "fact_days" || kind === "fact_returned" || kind === "reschedule";
  return [
    whatWaits(WAITING_ROWS[locale][kind], about),
    isOfDay || until === null ? null : t("objects.until", { day: until }),
  ];
}

function row(turn: Turn, item: Approval): Html {
  const { t } = turn;
  const facts = [
    ...asked(turn, item),
    item.overdue && item.kind !== "fact_days" && item.kind !== "fact_returned"
      ? t("approvals.overdue")
      : null,
    item.who === null ? null : shortName(item.who.fullName),
    item.kind === "fact_days" ? null : item.objectName,
    item.kind === "fact_returned" || item.kind === "task_to_unblock" ? item.text : null,
    item.behalf === null ? null : t("approvals.behalf", { name: shortName(item.behalf.fullName) }),
  ];
  return joinHtml([html`<b>${item.title}</b>`, joinHtml(facts, " · ")]);
}

/** How many entries of each day of facts one press confirms. */
export type Ready = ReadonlyMap<Approval, number>;

/** «Подтвердить · 4» beside a day of facts; none where one press would confirm nothing. */
function confirming(turn: Turn, item: Approval, ready: Ready): Button[] {
  const { objectId, due } = item;
  const count = ready.get(item) ?? 0;
  return objectId === null || due === null || count === 0
    ? []
    : [confirmDayButton(turn, objectId, due, { count, total: item.entries ?? count })];
}

/** Counts what can be confirmed at once of the days of facts on a page. */
export async function readyOn(turn: Turn, { items }: Waiting, page: number): Promise<Ready> {
  const ready = new Map<Approval, number>();
  for (const item of pageOf(items, page).shown) {
    const { kind, objectId, due } = item;
    if (kind !== "fact_days" || objectId === null || due === null) continue;
    ready.set(item, await confirmedAtOnce(turn, objectId, due));
  }
  return ready;
}

/** The buttons of a row: to the card where the decision is made, in the chat, or in the app for a day of facts. */
function open(turn: Turn, item: Approval, page: number, ready: Ready): Button[] {
  const { services } = turn;
  const link = item.deepLink === null ? null : parseDeepLink(item.deepLink);
  if (item.kind === "fact_returned") {
    return [press(turn.t("approvals.fix", { title: item.title }), entryButton("fix", item.id))];
  }
  const { kind, id } = link ?? item;
  const letter = services.registered.opens.get(kind);
  if (letter !== undefined) return [press(item.title, packApproval({ action: "thing", letter, id, page }))];
  // Data are erased on the page of the person: the chat has no act for what can't be taken back.
  if (item.kind === "erasure")
    return appButton(item.title, `${services.publicUrl.replace(/\/+$/, "")}/people/${id}`, services);
  if (link === null) return [];
  const day = dayOf(turn, item.due);
  const caption = day === null ? item.title : `${day} · ${item.title}`;
  return [
    ...appButton(caption, miniAppUrl(services.publicUrl, link), services),
    ...confirming(turn, item, ready),
  ];
}

/** A page of waiting decisions, most urgent first. */
export function approvalsMessage(turn: Turn, waiting: Waiting, page: number, ready: Ready): RenderedMessage {
  const { t } = turn;
  return listCard(turn, {
    items: waiting.items,
    page,
    title: t("approvals.title", { number: waitingNumber(waiting) }),
    row: (item) => row(turn, item),
    open: (item, on) => open(turn, item, on, ready),
    turnTo: (to) => packApproval({ action: "turn", page: to }),
    empty: [t("notifications.empty.title"), t("notifications.empty.text")],
    lastRow: [menuButton(t)],
  });
}

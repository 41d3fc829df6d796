import type { Approval } from "@stsphera/contracts";
import { formatDay, shortName } from "@stsphera/contracts/format";
import {
  type Button,
  card,
  html,
  type Html,
  joinHtml,
  miniAppUrl,
  parseDeepLink,
  type RenderedMessage,
} from "@stsphera/telegram";
import { packApproval } from "../../engine/approval-data.ts";
import { appButton, menuButton, press } from "../../engine/buttons.ts";
import { PAGE, pageButtons, pageWithin } from "../../engine/people-chooser.ts";
import type { Turn } from "../../engine/turn.ts";
import { type Waiting, waitingNumber } from "../../engine/waiting.ts";

const dayOf = (turn: Turn, day: string | null): string | null =>
  day === null ? null : formatDay(day, turn.locale);

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

/** Opens the card where it is decided: here, or in the app for a day of facts. */
function open(turn: Turn, item: Approval, page: number): Button[] {
  const { services, locale } = turn;
  if (item.taskId !== null)
    return [press(item.title, packApproval({ action: "task", id: item.taskId, page }))];
  if (item.kind === "person")
    return [press(item.title, packApproval({ action: "person", id: item.id, page }))];
  const link = item.deepLink === null ? null : parseDeepLink(item.deepLink);
  if (link === null) return [];
  const day = item.due === null ? "" : ` · ${formatDay(item.due, locale)}`;
  return appButton(`${item.title}${day}`, miniAppUrl(services.publicUrl, link), services);
}

/** A page of what waits, the most urgent first; a page that is no more shows the last there is. */
export function approvalsMessage(turn: Turn, waiting: Waiting, asking: number): RenderedMessage {
  const { t } = turn;
  const { items } = waiting;
  if (items.length === 0) {
    return {
      text: card(t("notifications.empty.title"), [t("notifications.empty.text")]),
      buttons: [[menuButton(t)]],
    };
  }
  const page = pageWithin(items.length, asking);
  const shown = items.slice(page * PAGE, (page + 1) * PAGE);
  return {
    text: card(
      t("approvals.title", { number: waitingNumber(waiting) }),
      shown.map((item) => row(turn, item)),
    ),
    buttons: [
      ...shown.map((item) => open(turn, item, page)),
      pageButtons(turn, page, items.length - (page + 1) * PAGE, (to) =>
        packApproval({ action: "turn", page: to }),
      ),
      [menuButton(t)],
    ],
  };
}

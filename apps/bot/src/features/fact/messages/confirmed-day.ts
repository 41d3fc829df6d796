import { dayButton } from "@stsphera/core/cards/facts";
import type { DayConfirmed, Fact, ObjectCard } from "@stsphera/contracts";
import { dayWithYear } from "@stsphera/contracts/format";
import {
  type Button,
  card,
  html,
  joinHtml,
  line,
  miniAppUrl,
  type RenderedMessage,
} from "@stsphera/telegram";
import { packApproval } from "../../../engine/approval-data.ts";
import { appButton, press } from "../../../engine/buttons.ts";
import { confirmDayButton } from "../../../engine/day-button.ts";
import { refusalWords } from "../../../engine/refusal-words.ts";
import type { Turn } from "../../../engine/turn.ts";
import { shortPlace, workName } from "../../../engine/words.ts";

const SHOWN = 7;

/** A day of an object, as its buttons name it. */
export type Day = { object: Pick<ObjectCard, "id" | "name" | "today">; date: string };

const titleOf = (
  { t, locale }: Turn,
  { object, date }: Day,
  key: "fact.day.title" | "fact.day.undone.title" | "fact.day.nothing.title",
) => t(key, { object: object.name, day: dayWithYear(date, object.today, locale) });

const back = ({ t }: Turn): Button[] => [
  press(t("approvals.back"), packApproval({ action: "open", page: 0 })),
];

/** «Модули Запад 12: отличается от плана»; an entry decided meanwhile is no longer told. */
function leftOf({ t }: Turn, { exceptions }: DayConfirmed, waiting: readonly Fact[]): string[] {
  return exceptions.flatMap(({ id, why }) => {
    const fact = waiting.find((one) => one.id === id);
    if (fact === undefined) return [];
    return [t(`fact.day.left.${why}`, { line: `${workName(fact.workType)} ${shortPlace(fact)}` })];
  });
}

/** What was confirmed at once, what was left and why. */
export function dayConfirmedCard(
  turn: Turn,
  day: Day,
  done: DayConfirmed,
  waiting: readonly Fact[],
): RenderedMessage {
  const { t, services } = turn;
  const { object, date } = day;
  const left = leftOf(turn, done, waiting);
  const hidden = left.length - SHOWN;
  const shown = [...left.slice(0, SHOWN), ...(hidden > 0 ? [t("fact.day.more", { count: hidden })] : [])];
  const url = miniAppUrl(services.publicUrl, { kind: "object", id: object.id, section: "fact", day: date });
  const until = String(Date.parse(done.undoUntil));
  return {
    text: card(titleOf(turn, day, "fact.day.title"), [
      html`<b>${t("fact.day.confirmed", { count: done.confirmed.length })}</b>`,
      line(t("fact.day.left"), left.length === 0 ? null : joinHtml(shown, "; ")),
    ]),
    buttons: [
      [
        press(t("fact.saved.undo"), dayButton("undo", object.id, date, until)),
        ...(left.length === 0 ? [] : appButton(t("fact.day.show"), url, services)),
      ],
      back(turn),
    ],
  };
}

/** Nothing is left that one press confirms: how many entries of the day are decided and how many wait, and the way to them. */
export function nothingToConfirmCard(turn: Turn, day: Day, entries: readonly Fact[]): RenderedMessage {
  const { t, services } = turn;
  const { object, date } = day;
  const of = (status: Fact["status"]) => entries.filter((entry) => entry.status === status).length;
  const url = miniAppUrl(services.publicUrl, { kind: "object", id: object.id, section: "fact", day: date });
  const said = (["confirmed", "returned", "submitted"] as const)
    .filter((status) => of(status) > 0)
    .map((status) => t(`fact.day.now.${status}`, { count: of(status) }));
  return {
    text: card(titleOf(turn, day, "fact.day.nothing.title"), [
      html`<b>${refusalWords(turn, "nothing_to_confirm")}</b>`,
      joinHtml(said, " · "),
    ]),
    buttons: [appButton(t("fact.day.show"), url, services), back(turn)],
  };
}

/** The confirmation was undone: its entries wait again, among others of the day. */
export function dayUndoneCard(turn: Turn, day: Day, count: number, waiting: number): RenderedMessage {
  const { t } = turn;
  return {
    text: card(titleOf(turn, day, "fact.day.undone.title"), [t("fact.day.undone", { count })]),
    buttons: [
      waiting === 0
        ? []
        : [confirmDayButton(turn, day.object.id, day.date, { count: waiting, total: waiting })],
      back(turn),
    ],
  };
}

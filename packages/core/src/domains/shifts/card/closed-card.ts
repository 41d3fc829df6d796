import type { NO_FACT_REASONS } from "@stsphera/contracts";
import { dayWithYear, shortName, shortWorkName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import {
  card,
  createTranslators,
  line,
  packCommand,
  type RenderedMessage,
  translator,
} from "@stsphera/telegram";
import { closedEn } from "./locales/en.ts";
import { closedRu } from "./locales/ru.ts";
import { reopenButton } from "./reopen-button.ts";

type LineName = { workType: { name: string }; facade: string; floor: string };

/** A part of a shift that somebody closed, as its card shows it. */
export type ClosedShift = {
  id: number;
  version: number;
  objectName: string;
  date: string;
  shift: "day" | "night";
  /** The foreman whose part it is; null for the reader's own. */
  part: string | null;
  lines: { entered: number; total: number };
  downtimes: number;
  /** Lines without a fact and why, in words where the reason has none of its own. */
  silent: readonly { line: LineName; code: (typeof NO_FACT_REASONS)[number]; text: string | null }[];
  /** Lines named without a fact that got one since, and by whom. */
  later: readonly { line: LineName; by: string }[];
};

const MAX_LINES = 6;
const words = createTranslators(closedRu, closedEn);

/** Key of the card: one a closing, so that it follows what is entered after it. */
export const closedCardKey = (closingId: number): string => `shift.closed:${closingId}`;

const nameOf = ({ workType, facade, floor }: LineName): string =>
  `${shortWorkName(workType.name)} ${facade} ${floor}`;

/** How many lines have a fact, what stood idle, the lines without a fact and those that got one later. */
export function closedCard(
  closed: ClosedShift,
  { locale, today }: { locale: Locale; today: string },
): RenderedMessage {
  const t = words(locale);
  const { id, version, lines, downtimes, silent, later } = closed;
  const day = dayWithYear(closed.date, today, locale, "weekday");
  const rest = silent.length - MAX_LINES;
  const reason = ({ code, text }: ClosedShift["silent"][number]) =>
    text ?? translator(locale)(`reason.${code}`);
  return {
    text: card(t("title", { date: closed.shift === "night" ? t("night", { day }) : day }), [
      closed.objectName,
      line(t("part"), closed.part),
      line(t("lines"), t("of", { done: lines.entered, total: lines.total, downtimes })),
      ...silent.slice(0, MAX_LINES).map((one) => line(t("silent"), `${nameOf(one.line)}: ${reason(one)}`)),
      rest > 0 ? t("more", { number: rest }) : null,
      ...later
        .slice(0, MAX_LINES)
        .map(({ line: one, by }) => line(t("later"), `${nameOf(one)} · ${shortName(by)}`)),
    ]),
    buttons: [
      [
        { kind: "callback", text: t("add"), data: packCommand("fact") },
        { kind: "callback", text: t("reopen"), data: reopenButton(id, version) },
      ],
    ],
  };
}

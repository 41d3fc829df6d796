import type { NO_FACT_REASONS } from "@stsphera/contracts";
import { dayWithYear, shortName, shortWorkName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import {
  createTranslators,
  type DatedRendering,
  entityCard,
  line,
  packCommand,
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

const nameOf = ({ workType, facade, floor }: LineName): string =>
  `${shortWorkName(workType.name)} ${facade} ${floor}`;

const reasonOf = ({ code, text }: ClosedShift["silent"][number], locale: Locale): string =>
  text ?? translator(locale)(`reason.${code}`);

/**
 * The card of a closing: how many lines have a fact, what stood idle, the lines without a fact and those that got one
 * later. It follows what is entered after the shift was closed.
 */
export const closedCard = entityCard<ClosedShift, "add" | "reopen", DatedRendering>({
  name: "shift.closed",
  title: ({ date, shift }, { locale, today }) => {
    const t = words(locale);
    const day = dayWithYear(date, today, locale, "weekday");
    return t("title", { date: shift === "night" ? t("night", { day }) : day });
  },
  lines: ({ objectName, part, lines, downtimes, silent, later }, { locale }) => {
    const t = words(locale);
    const rest = silent.length - MAX_LINES;
    return [
      objectName,
      line(t("part"), part),
      line(t("lines"), t("of", { done: lines.entered, total: lines.total, downtimes })),
      ...silent
        .slice(0, MAX_LINES)
        .map((one) => line(t("silent"), `${nameOf(one.line)}: ${reasonOf(one, locale)}`)),
      rest > 0 ? t("more", { number: rest }) : null,
      ...later
        .slice(0, MAX_LINES)
        .map(({ line: one, by }) => line(t("later"), `${nameOf(one)} · ${shortName(by)}`)),
    ];
  },
  rows: [["add"], ["reopen"]],
  offers: () => () => true,
  button: ({ id, version }, action, { locale }) => ({
    kind: "callback",
    text: words(locale)(action),
    data: action === "add" ? packCommand("fact") : reopenButton(id, version),
  }),
});

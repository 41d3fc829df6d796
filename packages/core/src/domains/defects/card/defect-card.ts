import {
  DEFECT_CAPTIONS,
  defectCode,
  defectPlace,
  SEVERITY_CAPTIONS,
} from "@stsphera/contracts/defects/captions";
import type { DefectCard, DefectSummary } from "@stsphera/contracts";
import { dayInWords, oneLine, shortName, shortWorkName } from "@stsphera/contracts/format";
import { stateCaption } from "@stsphera/contracts/states";
import {
  DEFECT_ACTIONS,
  type DefectAction,
  ESCALATION_LEVELS,
  type EscalationLevel,
} from "@stsphera/contracts/vocabulary";
import {
  actionData,
  type CardView,
  createTranslators,
  entityCard,
  type Html,
  html,
  type HtmlValue,
  joinHtml,
  line,
} from "@stsphera/telegram";
import { defectEn } from "./locales/en.ts";
import { defectRu } from "./locales/ru.ts";

/** What happened to a defect; its card says the rest. `lateDays`: working days of who has it in hand. */
export type DefectNews =
  | { readonly kind: "reported" | "moved" | "changed" | "left" }
  | { readonly kind: "late"; readonly level: EscalationLevel; readonly lateDays: number };
export type DefectView = CardView<DefectNews>;
export type DefectButton = DefectAction | "open";

export const defectWords = createTranslators(defectRu, defectEn);

/** Callback data of the buttons under a defect. */
export const defectButtons = actionData<DefectButton>({ entity: "f", actions: [...DEFECT_ACTIONS, "open"] });

export const stateText = (
  { status }: Pick<DefectCard, "status">,
  { locale }: Pick<DefectView, "locale">,
): string => stateCaption("defect", status, locale);

function dueText({ dueOn, overdue }: DefectSummary, { locale, today }: DefectView): string | null {
  if (dueOn === null) return null;
  const day = dayInWords(dueOn, today, locale);
  return overdue ? defectWords(locale)("overdue", { day }) : day;
}

/** Why it is in its state, where a move said so. */
const reasonOf = ({ moves, status }: DefectCard): string | null =>
  moves.find(({ undoneAt, to }) => undoneAt === null && to === status)?.reason ?? null;

/** The level, in working days, at which others than who fixes it are told. */
const [, OTHERS_LEVEL] = ESCALATION_LEVELS;

/** What who fixes it can do before others hear of it. */
function nextOf({ responsible }: DefectCard, { news, readerId, locale }: DefectView): HtmlValue {
  if (news?.kind !== "late" || news.level >= OTHERS_LEVEL || responsible?.id !== readerId) return null;
  return defectWords(locale)("late_act", { count: Math.max(1, OTHERS_LEVEL - news.lateDays) });
}

function linesOf(defect: DefectCard, view: DefectView): HtmlValue[] {
  const { locale, news } = view;
  const t = defectWords(locale);
  const { responsible, reporter, before, after, workType } = defect;
  // Observers are not told who fixes it: that is not the same as nobody.
  const nobody = defect.status === "open" ? t(news?.kind === "left" ? "left" : "nobody") : null;
  const photos =
    after.length === 0
      ? String(before.length)
      : t("photo_counts", { before: String(before.length), after: String(after.length) });
  return [
    line(t("object"), `${defect.objectName} · ${defectCode(defect, locale)}`),
    line(t("place"), html`<b>${defectPlace(defect, locale)}</b>`),
    line(t("severity"), SEVERITY_CAPTIONS[locale][defect.severity]),
    line(t("work"), workType === null ? null : shortWorkName(workType.name)),
    line(t("crew"), defect.crew === null ? null : shortName(defect.crew)),
    line(t("origin"), defect.origin === "factory" ? t("factory") : null),
    line(t("responsible"), responsible === null ? nobody : shortName(responsible.fullName)),
    line(t("due"), dueText(defect, view)),
    line(t("reporter"), reporter === null ? null : shortName(reporter.fullName)),
    line(t("reason"), reasonOf(defect)),
    line(t("photos"), photos),
    nextOf(defect, view),
  ];
}

/** The card of a defect, in a reply of the bot and in a notification. */
export const defectTelegramCard = entityCard<DefectCard, DefectButton, DefectView>({
  name: "defect",
  title: ({ title, status }, { locale, news }) =>
    news?.kind === "late"
      ? defectWords(locale)("title_late", { title, count: news.lateDays })
      : defectWords(locale)(`title_${status}`, { title }),
  lines: linesOf,
  rows: [
    ["assign"],
    ["start", "fix"],
    ["verify", "reopen"],
    ["uphold", "drop"],
    ["reassign"],
    ["dispute", "cancel"],
    ["edit", "undo"],
  ],
  rowsFor: ({ status }, { news }) => {
    if (!news) return undefined;
    if (news.kind === "late")
      return [[status === "in_work" ? "fix" : "start", "dispute"], ["assign"], ["reassign"], ["open"]];
    switch (status) {
      case "open":
        return [["assign"], ["open"]];
      case "assigned":
      case "reopened":
        return [["start", "dispute"], ["open"]];
      case "fixed":
        return [["verify", "reopen"], ["open"]];
      case "disputed":
        return [["uphold", "drop"], ["open"]];
      default:
        return [["open"]];
    }
  },
  offers: ({ can }, { news }) => {
    const allowed: readonly DefectButton[] = news ? [...can.actions, "open"] : can.actions;
    return (action) => allowed.includes(action);
  },
  button: ({ id, version }, action, { locale }) => ({
    kind: "callback",
    text: DEFECT_CAPTIONS[locale][action],
    data: defectButtons.pack({ action, id, version }),
  }),
});

/** A defect in a list. */
export function defectRow(defect: DefectSummary, { locale }: Pick<DefectView, "locale">): Html {
  const facts = [
    defectPlace(defect, locale),
    SEVERITY_CAPTIONS[locale][defect.severity],
    stateText(defect, { locale }).toLowerCase(),
  ];
  return joinHtml([
    html`<b>${defectCode(defect, locale)} · ${oneLine(defect.title)}</b>`,
    joinHtml(facts, " · "),
  ]);
}

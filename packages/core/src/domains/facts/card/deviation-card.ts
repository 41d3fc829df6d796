import { shortName } from "@stsphera/contracts/format";
import {
  type DatedRendering,
  entityCard,
  html,
  type HtmlValue,
  joinHtml,
  miniAppUrl,
} from "@stsphera/telegram";
import type { DayCard } from "../read-day-card.ts";
import { dayCardWords, deviationWords, reasonWords } from "./deviation-words.ts";

const SHOWN = 7;

/** What a shift did otherwise than planned, with the reasons given. */
export const deviationCard = entityCard<DayCard, "open", DatedRendering>({
  name: "fact.deviation",
  title: ({ objectName: object, deviations }, { locale }) => {
    const below = deviations.every(({ fact, plan }) => Number(fact) < Number(plan));
    return dayCardWords(locale)(below ? "deviation_below" : "deviation_off", { object });
  },
  lines: ({ deviations, idle }, { locale }): HtmlValue[] => {
    const t = dayCardWords(locale);
    const hidden = deviations.length - SHOWN;
    const stood = idle.map(({ crew, reason }) => `${shortName(crew)}: ${reasonWords(reason, locale)}`);
    return [
      ...deviations.slice(0, SHOWN).map((one) => deviationWords(one, locale)),
      hidden > 0 ? t("more", { count: hidden }) : null,
      stood.length === 0 ? null : html`${t("idle")}  ${joinHtml(stood, "; ")}`,
    ];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ objectId: id, date: day }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: dayCardWords(locale)("open"),
    url: miniAppUrl(publicUrl, { kind: "object", id, section: "fact", day }),
  }),
});

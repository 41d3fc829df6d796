import { dayWithYear, doerName, shortWorkName, withUnit } from "@stsphera/contracts/format";
import { createTranslators, type DatedRendering, entityCard, html, line } from "@stsphera/telegram";
import type { ReturnedEntry } from "../read-returned-entry.ts";
import { entryButton } from "./entry-buttons.ts";
import { returnedEn } from "./locales/returned-en.ts";
import { returnedRu } from "./locales/returned-ru.ts";

const words = createTranslators(returnedRu, returnedEn);

/** The card of a returned entry for its author. The bot shows a saved entry under the same key. */
export const returnedCard = entityCard<ReturnedEntry, "fix", DatedRendering>({
  name: "fact",
  title: ({ work, quantity, unit, reason }, { locale }) =>
    words(locale)(reason === null ? "undone" : "title", {
      work: shortWorkName(work),
      qty: withUnit(quantity, unit, locale),
    }),
  lines: (
    { facade, floor, date, objectName, by: name, behalf, reason, mayFix = true },
    { locale, today },
  ) => {
    const t = words(locale);
    return [
      name === null || reason === null ? reason : html`${doerName({ name, behalf }, locale)}: ${reason}`,
      line(t("object"), objectName),
      line(t("place"), t("cell", { facade, floor })),
      line(t("day"), dayWithYear(date, today, locale)),
      t(reason === null ? "waits" : "counts"),
      reason === null || mayFix ? null : t("over"),
    ];
  },
  rows: [["fix"]],
  offers:
    ({ reason, mayFix = true }) =>
    () =>
      reason !== null && mayFix,
  button: ({ id }, action, { locale }) => ({
    kind: "callback",
    text: words(locale)(action),
    data: entryButton(action, id),
  }),
});

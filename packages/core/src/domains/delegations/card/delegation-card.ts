import { periodWithYear, shortName } from "@stsphera/contracts/format";
import { createTranslators, type DatedRendering, entityCard, line, miniAppUrl } from "@stsphera/telegram";
import type { DelegationDays } from "../read-delegation.ts";
import { delegationEn } from "./locales/en.ts";
import { delegationRu } from "./locales/ru.ts";

const words = createTranslators(delegationRu, delegationEn);

/** The card of a delegation; it opens the list where it can be ended. */
export const delegationCard = entityCard<DelegationDays, "open", DatedRendering>({
  name: "delegation",
  title: ({ principal, ended }, { locale }) =>
    words(locale)(ended ? "title_ended" : "title", { principal: shortName(principal, "initial") }),
  lines: ({ deputy, fromDay, toDay, objectName }, { today, locale }) => {
    const t = words(locale);
    return [
      line(t("deputy"), shortName(deputy, "initial")),
      line(t("days"), periodWithYear(fromDay, toDay, today, locale)),
      line(t("object"), objectName ?? t("all_objects")),
    ];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ id }, action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: words(locale)(action),
    url: miniAppUrl(publicUrl, { kind: "delegation", id }),
  }),
});

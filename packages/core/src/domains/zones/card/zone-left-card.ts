import { shortName } from "@stsphera/contracts/format";
import { createTranslators, entityCard, line, miniAppUrl, type Rendering } from "@stsphera/telegram";
import { zonesEn } from "./locales/en.ts";
import { zonesRu } from "./locales/ru.ts";

const words = createTranslators(zonesRu, zonesEn);

/** A zone whose foreman has left. */
export type LedZone = { id: number; objectId: number; name: string; objectName: string; left: string };

/** The card of a zone without a foreman. */
export const zoneLeftCard = entityCard<LedZone, "open", Rendering>({
  name: "zone.foreman_left",
  title: ({ name }, { locale }) => words(locale)("title", { name }),
  lines: ({ objectName, left }, { locale }) => {
    const t = words(locale);
    return [line(t("object"), objectName), line(t("left"), shortName(left)), t("next")];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ objectId: id }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: words(locale)("open"),
    url: miniAppUrl(publicUrl, { kind: "object", id, section: "zones" }),
  }),
});

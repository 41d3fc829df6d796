import { shortName } from "@stsphera/contracts/format";
import { createTranslators, entityCard, line, miniAppUrl, type Rendering } from "@stsphera/telegram";
import { zonesEn } from "./locales/en.ts";
import { zonesRu } from "./locales/ru.ts";

const words = createTranslators(zonesRu, zonesEn);

/** A zone with its foreman, for those who lead it or led it before. */
export type NamedZone = {
  id: number;
  objectId: number;
  name: string;
  objectName: string;
  facade: string;
  fromFloor: string;
  toFloor: string;
  foremanId: number;
  foreman: string;
  before: string | null;
};

/** The card of a zone that was given to a foreman. */
export const zoneForemanCard = entityCard<NamedZone, "open", Rendering>({
  name: "zone.foreman_named",
  title: ({ name, foreman }, { locale }) =>
    words(locale)("named", { name, foreman: shortName(foreman, "initial") }),
  lines: ({ objectName, facade, fromFloor, toFloor, before }, { locale }) => {
    const t = words(locale);
    const floors = fromFloor === toFloor ? fromFloor : `${fromFloor}–${toFloor}`;
    return [
      line(t("object"), objectName),
      line(t("place"), t("floors", { facade, floors })),
      line(t("left"), before === null ? null : shortName(before)),
      t("leads"),
    ];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ objectId: id }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: words(locale)("open"),
    url: miniAppUrl(publicUrl, { kind: "object", id, section: "zones" }),
  }),
});

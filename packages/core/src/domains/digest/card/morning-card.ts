import { dayWithYear } from "@stsphera/contracts/format";
import { type Button, entityCard, fitCaption, joinHtml } from "@stsphera/telegram";
import type { Day } from "../../../kernel/index.ts";
import type { MorningView, Shown } from "../section.ts";
import { morningWords } from "./morning-words.ts";

/** What a user's morning card shows. `objectName`: the only object it is about. */
export type Morning = { day: Day; objectName: string | null; sections: readonly Shown[] };

const IN_ROW = 18;
const ALONE = 36;

/** A user's one card of a morning. Its buttons are those of its sections. */
export const morningCard = entityCard<Morning, never, MorningView>({
  name: "digest.morning",
  title: ({ day, objectName }, { locale, today }) => {
    const date = dayWithYear(day, today, locale, "weekday");
    const said = date.slice(0, 1).toLocaleUpperCase(locale) + date.slice(1);
    const t = morningWords(locale);
    return objectName === null
      ? t("title", { date: said })
      : t("title_of", { date: said, object: objectName });
  },
  lines: ({ sections }, view) => [
    joinHtml(
      sections.flatMap((section) => section.blocks(view)).map((block) => joinHtml(block)),
      "\n\n",
    ),
  ],
  rows: [],
  offers: () => () => false,
  button: (_morning, action) => action,
});

/** The buttons of all sections, in their order. */
export const morningButtons = ({ sections }: Morning, view: MorningView): Button[][] =>
  sections
    .flatMap((section) => section.buttons(view))
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map((one) => ({ ...one, text: fitCaption(one.text, row.length > 1 ? IN_ROW : ALONE) })),
    );

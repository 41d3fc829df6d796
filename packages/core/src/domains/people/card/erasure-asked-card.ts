import { entityCard, html, line, type Rendering } from "@stsphera/telegram";
import { peopleWords } from "./people-words.ts";

/** Somebody who asks for the erasure of their personal data. */
export type ErasureAsked = { userId: number; fullName: string; isOpen: boolean };

/** Tells the administrators; it opens the person, where the data are taken out and erased. */
export const erasureAskedCard = entityCard<ErasureAsked, "open", Rendering>({
  name: "user.erasure_asked",
  title: (_asked, { locale }) => peopleWords(locale)("erasure.title"),
  lines: ({ fullName, isOpen }, { locale }) => {
    const t = peopleWords(locale);
    return [
      line(t("registered.name"), html`<b>${fullName}</b>`),
      t(isOpen ? "erasure.line" : "erasure.back"),
    ];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ userId }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: peopleWords(locale)("joined.open"),
    url: `${publicUrl.replace(/\/+$/, "")}/people/${userId}`,
  }),
});

import { entityCard, html, line, type Rendering } from "@stsphera/telegram";
import { peopleWords } from "./people-words.ts";

/** Somebody to whom the bot cannot write any more. */
export type Unreachable = { userId: number; fullName: string };

/** Tells the administrators; it opens the person. */
export const unreachableCard = entityCard<Unreachable, "open", Rendering>({
  name: "user.unreachable",
  title: (_unreachable, { locale }) => peopleWords(locale)("unreachable.title"),
  lines: ({ fullName }, { locale }) => {
    const t = peopleWords(locale);
    return [line(t("registered.name"), html`<b>${fullName}</b>`), t("unreachable.line")];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ userId }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: peopleWords(locale)("joined.open"),
    url: `${publicUrl.replace(/\/+$/, "")}/people/${userId}`,
  }),
});

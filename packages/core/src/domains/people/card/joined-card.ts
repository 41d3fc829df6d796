import { shortName } from "@stsphera/contracts/format";
import { entityCard, joinHtml, line, miniAppUrl, type Rendering, translator } from "@stsphera/telegram";
import type { UsedInvitation } from "../../invitations/index.ts";
import { peopleWords } from "./people-words.ts";

/** A user who joined an object's team by an invitation. */
export type Joined = UsedInvitation & { userId: number; fullName: string };

/** The card of a new member who joined by a link. */
export const joinedCard = entityCard<Joined, "open", Rendering>({
  name: "user.joined",
  title: ({ fullName: name }, { locale }) => peopleWords(locale)("joined.title", { name }),
  lines: ({ role, objectName, invitedBy }, { locale }) => {
    const t = peopleWords(locale);
    return [
      line(t("joined.role"), translator(locale)(`role.${role}`)),
      line(t("joined.object"), objectName),
      line(t("joined.source"), joinHtml([t("source.invitation"), shortName(invitedBy)], ", ")),
    ];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ objectId: id }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: peopleWords(locale)("joined.open"),
    url: miniAppUrl(publicUrl, { kind: "object", id, section: "team" }),
  }),
});

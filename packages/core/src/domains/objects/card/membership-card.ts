import { shortName } from "@stsphera/contracts/format";
import type { Role } from "@stsphera/rbac";
import {
  createTranslators,
  entityCard,
  line,
  miniAppUrl,
  type Rendering,
  translator,
} from "@stsphera/telegram";
import { teamEn } from "./locales/en.ts";
import { teamRu } from "./locales/ru.ts";

const words = createTranslators(teamRu, teamEn);

/** What has happened to somebody's place in the team of an object. */
export type Membership = {
  kind: "joined" | "changed" | "left";
  objectId: number;
  objectName: string;
  roles: readonly Role[];
  /** Full name of who did it; null for the system. */
  by: string | null;
};

/** Tells a person of their place in a team; it opens the object, unless they have left it. */
export const membershipCard = entityCard<Membership, "open", Rendering>({
  name: "object.membership",
  title: ({ kind }, { locale }) => words(locale)(`${kind}.title`),
  lines: ({ objectName, roles, by }, { locale }) => {
    const t = words(locale);
    const captions = roles.map((role) => translator(locale)(`role.${role}`));
    return [
      line(t("team.object"), objectName),
      line(t("team.roles"), captions.length === 0 ? null : captions.join(", ")),
      line(t("team.by"), by === null ? null : shortName(by)),
    ];
  },
  rows: [["open"]],
  offers:
    ({ kind }) =>
    () =>
      kind !== "left",
  button: ({ objectId: id }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: words(locale)("team.open"),
    url: miniAppUrl(publicUrl, { kind: "object", id }),
  }),
});

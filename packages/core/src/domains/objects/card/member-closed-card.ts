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

/** A member of a team whose access was closed, with what they leave open on the object. */
export type ClosedMember = {
  userId: number;
  fullName: string;
  objectId: number;
  objectName: string;
  roles: readonly Role[];
  openTasks: number;
  /** Entries that were returned to them and not corrected. */
  returned: number;
};

/** Tells who manages an object that a member can work no longer; it opens the team, where the work is given on. */
export const memberClosedCard = entityCard<ClosedMember, "open", Rendering>({
  name: "object.member_closed",
  title: ({ fullName }, { locale }) =>
    words(locale)("closed.title", { name: shortName(fullName, "initial") }),
  lines: ({ objectName, roles, openTasks, returned }, { locale }) => {
    const t = words(locale);
    return [
      line(t("team.object"), objectName),
      line(t("team.roles"), roles.map((role) => translator(locale)(`role.${role}`)).join(", ")),
      line(t("closed.tasks"), openTasks === 0 ? null : String(openTasks)),
      line(t("closed.returned"), returned === 0 ? null : String(returned)),
      openTasks + returned === 0 ? t("closed.nothing") : t("closed.next"),
    ];
  },
  rows: [["open"]],
  offers: () => () => true,
  button: ({ objectId: id }, _action, { locale, publicUrl }) => ({
    kind: "webApp",
    text: words(locale)("closed.open"),
    url: miniAppUrl(publicUrl, { kind: "object", id, section: "team" }),
  }),
});

import { workersOf } from "@stsphera/contracts/objects/workers";
import type { Limit, Permission } from "@stsphera/rbac";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import type { Choosable } from "../form/field-props.ts";

type Team = Parameters<typeof workersOf>[0];
type Asked = {
  readonly permission?: Permission | undefined;
  readonly beyond?: Limit | undefined;
  /** Who has it in hand already. */
  readonly but?: number | undefined;
};

/** The people of a team who may be given a thing, with their roles; nobody while the team is not read. */
export function useChoosable(): (object: Team | undefined, asked: Asked) => Choosable[] {
  const captions = useWords(roleCaptions);
  return (object, { permission, beyond, but }) =>
    (object === undefined ? [] : workersOf(object, permission, beyond))
      .filter(({ id }) => id !== but)
      .map(({ id, fullName, roles }) => ({
        id,
        fullName,
        note: roles.map((role) => captions[role]).join(" · "),
      }));
}

import { workersOf } from "@stsphera/contracts/objects/workers";
import type { Permission } from "@stsphera/rbac";
import { useQuery } from "@tanstack/react-query";
import type { Choosable } from "../../kit/form/field-props.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { getObject } from "../../shared/requests/get-object.ts";

/** The people of an object who can have work on their hands, the object's own day and what the reader may do there. */
export function useObjectTeam(objectId: number, enabled = true) {
  const captions = useWords(roleCaptions);
  const { data } = useQuery({
    queryKey: queryKeys.object(objectId),
    queryFn: () => getObject(objectId),
    enabled,
  });
  const workersFor = ({ permission }: { readonly permission?: Permission }): Choosable[] =>
    (data === undefined ? [] : workersOf(data, permission)).map(({ id, fullName, roles }) => ({
      id,
      fullName,
      note: roles.map((role) => captions[role]).join(" · "),
    }));
  return {
    workersFor,
    today: data?.today ?? dayOf(serverNow()),
    permissions: new Set(data?.can.permissions ?? []),
    name: data?.name ?? "",
    team: data?.team ?? [],
  };
}

import type { Permission } from "@stsphera/rbac";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import type { Choosable } from "../form/field-props.ts";
import { useChoosable } from "./use-choosable.ts";

/** The people of an object who can have work on their hands, the object's own day and what the reader may do there. */
export function useObjectTeam(objectId: number, enabled = true) {
  const choosable = useChoosable();
  const { data } = useQuery({
    queryKey: queryKeys.object(objectId),
    queryFn: () => getObject(objectId),
    enabled,
  });
  return {
    workersFor: ({ permission }: { readonly permission?: Permission }): Choosable[] =>
      choosable(data, { permission }),
    today: data?.today ?? dayOf(serverNow()),
    permissions: new Set(data?.can.permissions ?? []),
    name: data?.name ?? "",
    team: data?.team ?? [],
  };
}

import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { get } from "../../shared/api/request.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import type { Choosable } from "../../kit/form/field-props.ts";
import { useChoosable } from "../../kit/people/use-choosable.ts";

/** The zones that a member leads, and who of the team could lead them instead; undefined until they are read. */
export function useLedZones(
  objectId: number,
  userId: number,
): { names: string[]; heirs: Choosable[] } | undefined {
  const choosable = useChoosable();
  const { data: object } = useQuery({
    queryKey: queryKeys.object(objectId),
    queryFn: () => getObject(objectId),
  });
  const { data: zones } = useQuery({
    queryKey: queryKeys.zones(objectId),
    queryFn: () => get(`/api/objects/${objectId}/zones`, (c) => c.zoneList),
  });
  if (zones === undefined || object === undefined) return undefined;
  return {
    names: zones.items.filter(({ foreman }) => foreman?.id === userId).map(({ name }) => name),
    heirs: choosable(object, { permission: "fact.enter", beyond: "own_crew", but: userId }),
  };
}

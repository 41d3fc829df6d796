import { workersOf } from "@stsphera/contracts/objects/workers";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { get } from "../../shared/api/request.ts";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import type { Heir } from "../../kit/hand-over/heir-choice.tsx";

/** The zones that a member leads, and who of the team could lead them instead; undefined until they are read. */
export function useLedZones(
  objectId: number,
  userId: number,
): { names: string[]; heirs: Heir[] } | undefined {
  const captions = useWords(roleCaptions);
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
    heirs: workersOf(object, "fact.enter", "own_crew")
      .filter(({ id }) => id !== userId)
      .map(({ id, fullName, roles }) => ({
        id,
        fullName,
        note: roles.map((role) => captions[role]).join(" · "),
      })),
  };
}

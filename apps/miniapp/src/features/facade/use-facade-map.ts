import type { FacadeMap } from "@stsphera/contracts";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { getFacadeMap } from "../../shared/requests/get-facade-map.ts";
import { facadeKeys } from "./api/facade-keys.ts";

const EVERY_MS = 30_000;

/** The map of what is chosen; the one before stays until it comes, and the works to choose from stay when it does not. */
export function useFacadeMap(objectId: number, work: FacadeMap["work"] | "") {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: facadeKeys.map(objectId, String(work)),
    queryFn: () => getFacadeMap(objectId, String(work)),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  const known = client.getQueriesData<FacadeMap>({ queryKey: facadeKeys.maps(objectId) });
  const works = query.data?.works ?? known.find(([, map]) => map !== undefined)?.[1]?.works ?? [];
  return { query, works };
}

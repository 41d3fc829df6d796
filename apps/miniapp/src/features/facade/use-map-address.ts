import type { FacadeMap } from "@stsphera/contracts";
import { useCallback } from "react";
import { useQueryState } from "../../kit/use-query-state.ts";
import { SHOWS } from "./map/stage.ts";

export type LinkTo = (changes: Readonly<Record<string, string | number>>) => string;

const idIn = (text: string): number | null => (/^\d{1,10}$/.test(text) ? Number(text) : null);

function workIn(text: string): FacadeMap["work"] | "" {
  if (text === "all" || text === "module" || text === "bracket") return text;
  return idIn(text) ?? "";
}

/** What the address of the map says: the work, the figure, the facade, the floor whose sheet is open. */
export function useMapAddress(objectId: number) {
  const { get, choose, set } = useQueryState();
  const work = workIn(get("work"));
  const show = choose("show", SHOWS, "done");
  const linkTo: LinkTo = useCallback(
    (changes) => {
      const query = new URLSearchParams({
        ...(work === "" ? {} : { work: String(work) }),
        ...(show === "done" ? {} : { show }),
        ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, String(value)])),
      });
      return `/objects/${objectId}/facade?${query}`;
    },
    [objectId, work, show],
  );
  return { work, show, facadeId: idIn(get("facade")), floorId: idIn(get("floor")), linkTo, set };
}

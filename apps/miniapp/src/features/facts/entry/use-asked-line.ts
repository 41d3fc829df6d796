import type { FactForm } from "@stsphera/contracts";
import { useEffect, useRef } from "react";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { useQueue } from "../../../shared/offline/queue-state.ts";
import { aboutLine } from "./queued-fact.ts";
import { queuedTarget, repairTarget, type Target } from "./target.ts";

/** Opens the line that the address asks for, `?line=12`, once the form of the day is there. */
export function useAskedLine(objectId: number, form: FactForm | undefined, open: (target: Target) => void) {
  const { get, set } = useQueryState();
  const queue = useQueue();
  const opened = useRef(false);
  const asked = get("line");
  useEffect(() => {
    if (form === undefined || asked === "" || opened.current) return;
    opened.current = true;
    const line = [...form.lines, ...form.others].find(({ floorVolumeId }) => String(floorVolumeId) === asked);
    // Read again, the page stays closed.
    set({ line: "" });
    if (line === undefined || line.gate !== null) return;
    const about = aboutLine(objectId, form.date, line.floorVolumeId);
    const queued = queue.filter(({ describe }) => describe.about === about);
    const refused = queued.findLast(({ state }) => state === "refused");
    open((refused ? repairTarget(refused, form) : null) ?? queuedTarget(line, queued));
  }, [objectId, form, asked, open, queue, set]);
}

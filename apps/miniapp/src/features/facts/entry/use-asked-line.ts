import type { FactForm } from "@stsphera/contracts";
import { useEffect, useRef } from "react";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { useQueue } from "../../../shared/offline/queue-state.ts";
import { queuedTarget, type Target } from "./target.ts";

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
    const queued = queue.filter(
      ({ objectId: place, work }) =>
        place === objectId &&
        work.kind === "fact" &&
        work.date === form.date &&
        work.floorVolumeId === line.floorVolumeId,
    );
    open(queuedTarget(line, queued));
  }, [objectId, form, asked, open, queue, set]);
}

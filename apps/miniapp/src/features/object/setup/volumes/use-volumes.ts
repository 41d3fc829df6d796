import type { FloorVolume } from "@stsphera/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../../../shared/api/api-error.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { newKey } from "../../../../shared/api/request.ts";
import { hapticSuccess } from "../../../../shared/telegram/haptics.ts";
import { inTab } from "../../../../shared/storage.ts";
import { host } from "../../../../shared/telegram/host.ts";
import { showToast } from "../../../../shared/ui/toast-store.ts";
import type { Cells, Grid } from "../../../../kit/volumes/cells.ts";
import { listVolumes, setupKeys, setVolumes } from "../setup-requests.ts";
import { changesOf, conflictsOf, storedOf, type Stored, volumesOf } from "./plan-cells.ts";

export type RefusedCell = { readonly key: string; readonly message: string };
type Field = { readonly path: string; readonly message: string };

const storageKey = (id: number) => `volumes:${host.userId}:${id}`;

/** What was typed and not saved survives a reload. */
function readTyped(id: number): Cells {
  return JSON.parse(inTab.getItem(storageKey(id)) ?? "{}") as Cells;
}

function keepTyped(id: number, typed: Cells): void {
  inTab.setItem(storageKey(id), JSON.stringify(typed));
}

/** What was typed on facades and floors that still stand. */
function typedIn({ facades, floors }: Pick<Grid, "facades" | "floors">, typed: Cells): Cells {
  const [onFacades, onFloors] = [facades, floors].map((places) => new Set(places.map(({ key }) => key)));
  return Object.fromEntries(
    Object.entries(typed).filter(([cell]) => {
      const [facade = "", floor = ""] = cell.split("|");
      return onFacades?.has(facade) === true && onFloors?.has(floor) === true;
    }),
  );
}

/** Which of the sent cells the server refused, and why; null for a refusal of the whole. */
function refusedCells(error: unknown, keys: readonly string[]): RefusedCell[] | null {
  if (!(error instanceof ApiError) || !Array.isArray(error.details.details)) return null;
  const refused = (error.details.details as Field[]).flatMap(({ path, message }) => {
    const key = keys[Number(/^volumes\.(\d+)/.exec(path)?.[1] ?? "-1")];
    return key === undefined ? [] : [{ key, message }];
  });
  return refused.length > 0 ? refused : null;
}

/** The grid of an object as typed over what is stored: saved as a whole, or not at all. */
export function useVolumes(
  id: number,
  volumes: readonly FloorVolume[],
  grid: Pick<Grid, "facades" | "floors">,
) {
  const client = useQueryClient();
  const [base, setBase] = useState<Stored>(() => storedOf(volumes));
  const [typed, setTyped] = useState<Cells>(() => readTyped(id));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RefusedCell[]>([]);
  const [conflicts, setConflicts] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState(volumes);
  const changes = changesOf(typedIn(grid, typed), base);
  if (volumes !== seen) {
    const now = storedOf(volumes);
    setSeen(volumes);
    setBase(now);
    // Those that the refusal of a save has told of stay until they are settled.
    const all = new Set([...conflicts, ...conflictsOf(changes, base, now)]);
    setConflicts([...all].filter((key) => key in changes));
  }

  const put = (next: Cells) => {
    setTyped(next);
    keepTyped(id, next);
  };

  async function readAgain(): Promise<Stored> {
    return storedOf(
      await client.fetchQuery({
        queryKey: setupKeys.volumes(id),
        queryFn: () => listVolumes(id),
        staleTime: 0,
      }),
    );
  }

  async function save(done: (count: number) => string): Promise<void> {
    setBusy(true);
    setRefusal(null);
    setRefused([]);
    const keys = Object.keys(changes);
    try {
      await setVolumes(id, volumesOf(changes, base), newKey());
      setBase(await readAgain());
      put({});
      setConflicts([]);
      hapticSuccess();
      showToast(done(keys.length));
      await client.invalidateQueries();
    } catch (error) {
      if (error instanceof ApiError && error.code === "version_conflict") {
        const now = await readAgain();
        setConflicts(conflictsOf(changes, base, now));
        setBase(now);
      } else {
        const cells = refusedCells(error, keys);
        if (cells === null) setRefusal(errorSentence(error));
        else setRefused(cells);
      }
    } finally {
      setBusy(false);
    }
  }

  return {
    base,
    typed,
    changes,
    busy,
    refusal,
    refused,
    conflicts,
    save,
    change: (cells: Cells) => {
      setRefused(refused.filter(({ key }) => !(key in cells)));
      put({ ...typed, ...cells });
    },
    /** Gives up what was typed; the way back is what it returns. */
    drop: () => {
      const before = typed;
      put({});
      setConflicts([]);
      setRefused([]);
      return () => put(before);
    },
    takeTheirs: () => {
      put(Object.fromEntries(Object.entries(typed).filter(([key]) => !conflicts.includes(key))));
      setConflicts([]);
    },
  };
}

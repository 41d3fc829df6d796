import { QueryCache, type QueryState } from "@tanstack/react-query";
import type { CacheStore, Entry } from "./query-cache-store.ts";
import { viewedRole } from "./viewed-role.ts";

const stateOf = ({ data, at }: Entry): QueryState<unknown, Error> => ({
  data,
  dataUpdateCount: 0,
  dataUpdatedAt: at,
  error: null,
  errorUpdateCount: 0,
  errorUpdatedAt: 0,
  fetchFailureCount: 0,
  fetchFailureReason: null,
  fetchMeta: null,
  // What was kept is shown at once and asked for again, however young: rights may have ended meanwhile.
  isInvalidated: true,
  status: "success",
  fetchStatus: "idle",
});

/** Begins every query with what was read before, taken from the store when it is asked for, not all at the start. */
export class KeptQueryCache extends QueryCache {
  store: CacheStore | null = null;

  override build: QueryCache["build"] = (client, options, state) => {
    const key = options.queryKey ?? [];
    const isNew = state === undefined && this.find({ queryKey: key }) === undefined;
    // What was read in one's own role is not what another role sees.
    const entry = isNew && viewedRole() === null ? (this.store?.find(key) ?? null) : null;
    return super.build(client, options, entry === null ? state : (stateOf(entry) as never));
  };
}

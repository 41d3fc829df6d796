import { sqlStateOf } from "./sql-state.ts";

/** Lock not available within the time for it; a transaction ended because it paused. */
const BUSY = new Set(["55P03", "25P03"]);
/** Statement ended because it took too long. */
const TOO_LONG = "57014";

/** True when others were in the way of the work: the same work may succeed in a moment. */
export const isDatabaseBusy = (error: unknown): boolean => BUSY.has(sqlStateOf(error) ?? "");

/** True when the statement itself ran longer than its kind of work may. */
export const isStatementTooLong = (error: unknown): boolean => sqlStateOf(error) === TOO_LONG;

import type { Check } from "./check.ts";

/** What a loss of the machine may cost at most. */
export const MAX_LOST_SECONDS = 60;

/** Compares the newest restored heartbeat with the moment of the failure, if that is known. */
export function checkHeartbeat(
  newest: Date | null,
  failedAt: Date | null,
): { check: Check; lostSeconds: number | null } {
  const name = "heartbeat";
  if (newest === null) {
    return { check: { name, ok: false, found: "no heartbeat was restored" }, lostSeconds: null };
  }
  if (failedAt === null) {
    return {
      check: { name, ok: true, found: `the newest is of ${newest.toISOString()}` },
      lostSeconds: null,
    };
  }
  const lostSeconds = Math.max(0, (failedAt.getTime() - newest.getTime()) / 1_000);
  return {
    check: {
      name,
      ok: lostSeconds <= MAX_LOST_SECONDS,
      found: `the newest is of ${newest.toISOString()}, ${lostSeconds.toFixed(1)} s before the failure`,
    },
    lostSeconds,
  };
}

import type { RelayDesk, Sent } from "../../../platform/notify/testing/relay-desk.ts";
import { sweepSchedule, type Swept } from "../../../platform/schedule/index.ts";
import { DUE_ROWS, readOfficeDays } from "../../index.ts";

export type ClockDesk = {
  /** Moves the clock, sweeps what became due, relays, and returns the messages sent. */
  at(instant: string): Promise<Sent[]>;
  /** What the last sweep told. */
  swept(): Swept;
};

/** The schedule of the domains over a relay desk, as the scheduler runs it. */
export function clockOf(desk: RelayDesk): ClockDesk {
  let last: Swept = {};
  return {
    async at(instant) {
      const now = new Date(instant);
      desk.deps.now = () => now;
      last = await sweepSchedule(desk.deps, { due: DUE_ROWS, paced: [], readOfficeDays });
      await desk.relay();
      return desk.sent();
    },
    swept: () => last,
  };
}

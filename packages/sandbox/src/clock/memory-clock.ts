import { changed, timeOf, viewOf, type ClockState, type DevelopmentClock } from "./clock.ts";

/** A movable clock within one process, for sandboxes started in tests. */
export function createMemoryClock(): DevelopmentClock {
  let state: ClockState = { offsetMs: 0, frozenAt: null };
  return {
    now: () => timeOf(state, new Date()),
    read: async () => viewOf(state, new Date()),
    change: async (change) => {
      const real = new Date();
      state = changed(state, change, real);
      return viewOf(state, real);
    },
    close: async () => undefined,
  };
}

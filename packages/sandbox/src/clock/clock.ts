/** A source of time. */
export type Clock = { now(): Date };

export type ClockState = { offsetMs: number; frozenAt: Date | null };
export type ClockChange = { now?: string; advanceSeconds?: number; freeze?: boolean };
export type ClockView = { now: string; offsetMs: number; frozen: boolean };

/** A clock that can be moved and stopped. */
export type DevelopmentClock = Clock & {
  read(): Promise<ClockView>;
  change(change: ClockChange): Promise<ClockView>;
  close(): Promise<void>;
};

export function isDevelopmentClock(clock: Clock): clock is DevelopmentClock {
  return "read" in clock && "change" in clock;
}

/** The clock's time at a given real time. */
export function timeOf(state: ClockState, real: Date): Date {
  return state.frozenAt ?? new Date(real.getTime() + state.offsetMs);
}

/** A frozen clock continues from its stopped time when released. */
export function changed(state: ClockState, change: ClockChange, real: Date): ClockState {
  const start = change.now === undefined ? timeOf(state, real) : new Date(change.now);
  const target = new Date(start.getTime() + Math.round((change.advanceSeconds ?? 0) * 1000));
  const freeze = change.freeze ?? state.frozenAt !== null;
  return { offsetMs: target.getTime() - real.getTime(), frozenAt: freeze ? target : null };
}

export function viewOf(state: ClockState, real: Date): ClockView {
  return {
    now: timeOf(state, real).toISOString(),
    offsetMs: state.offsetMs,
    frozen: state.frozenAt !== null,
  };
}

export const faultKinds = [
  "429",
  "500",
  "html502",
  "timeoutBefore",
  "timeoutAfter",
  "reset",
  "duplicateUpdates",
  "reorderUpdates",
  "down",
] as const;

export type FaultKind = (typeof faultKinds)[number];

export type Fault = {
  kind: FaultKind;
  /**
   * Limits the fault to this method; by default all methods except getUpdates (`down`: all methods). `file` means
   * downloads.
   */
  method?: string | undefined;
  /** Number of times; 1 when neither `count`, `rate` nor `seconds` is given. */
  count?: number | undefined;
  /** Probability per call, until the fault is removed. */
  rate?: number | undefined;
  retryAfter?: number | undefined;
  /** Duration of the fault; for timeouts: how long the caller is kept waiting. */
  seconds?: number | undefined;
};

type Active = { fault: Fault; left: number; until: number };

const timeouts: ReadonlySet<FaultKind> = new Set(["timeoutBefore", "timeoutAfter"]);

/** Faults configured through the control API. */
export class Faults {
  #active: Active[] = [];

  add(fault: Fault): void {
    const lasts = fault.seconds !== undefined && !timeouts.has(fault.kind);
    const once = fault.rate === undefined && !lasts && fault.kind !== "down";
    this.#active.push({
      fault,
      left: fault.count ?? (once ? 1 : Infinity),
      until: lasts ? performance.now() + (fault.seconds ?? 0) * 1000 : Infinity,
    });
  }

  clear(): void {
    this.#active = [];
  }

  list(): Fault[] {
    this.#dropSpent();
    return this.#active.map(({ fault, left }) => (left === Infinity ? fault : { ...fault, count: left }));
  }

  /** The next fault of these kinds that applies to a call of the method. */
  take(method: string, kinds: readonly FaultKind[]): Fault | undefined {
    this.#dropSpent();
    const struck = this.#active.find(
      ({ fault }) =>
        kinds.includes(fault.kind) &&
        concerns(fault, method) &&
        (fault.rate === undefined || Math.random() < fault.rate),
    );
    if (struck) struck.left -= 1;
    return struck?.fault;
  }

  #dropSpent(): void {
    this.#active = this.#active.filter(({ left, until }) => left > 0 && until > performance.now());
  }
}

function concerns(fault: Fault, method: string): boolean {
  if (fault.method !== undefined) return fault.method.toLowerCase() === method.toLowerCase();
  if (fault.kind === "down" || fault.kind === "duplicateUpdates" || fault.kind === "reorderUpdates")
    return true;
  return method !== "getUpdates";
}

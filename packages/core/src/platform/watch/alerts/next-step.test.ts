import { describe, expect, test } from "vitest";
import type { Judged } from "../conditions.ts";
import { nextStep, type Told, UNTOLD } from "./next-step.ts";

const START = Date.UTC(2026, 8, 8, 7);
const at = (minutes: number) => new Date(START + minutes * 60_000);

/** What is told while the measure goes through these states, one a minute. */
function tell(states: readonly Judged["state"][], from: Told = UNTOLD): string[] {
  let told = from;
  return states.flatMap((state, minute) => {
    const step = nextStep(told, state, at(minute));
    const { tell: kind, differsSince } = step;
    told =
      kind === null
        ? { ...told, differsSince }
        : { bad: kind !== "ends", differsSince: null, toldAt: at(minute) };
    return kind === null ? [] : [`${minute} ${kind}`];
  });
}
const times = (count: number, state: Judged["state"]) => Array.from({ length: count }, () => state);

describe("an alert", () => {
  test("is told once when trouble has lasted a minute, once when it has been over for fifteen", () => {
    expect(tell([...times(40, "bad"), ...times(40, "good")])).toEqual(["1 begins", "55 ends"]);
  });

  test("is not told of what lasts less than a minute", () => {
    expect(tell(["bad", "good", "bad", "good", "bad", "good"])).toEqual([]);
  });

  test("is told once of what comes and goes", () => {
    const flapping = Array.from({ length: 120 }, (_, n) =>
      n % 10 < 5 ? ("bad" as const) : ("good" as const),
    );
    expect(tell(flapping)).toEqual(["1 begins"]);
  });

  test("is repeated daily while trouble lasts", () => {
    expect(tell(times(3 * 1440 + 2, "bad"))).toEqual(["1 begins", "1441 lasts", "2881 lasts", "4321 lasts"]);
  });

  test("is neither begun nor ended by a measure that is unknown", () => {
    expect(tell([...times(5, "bad"), ...times(60, "unknown"), ...times(5, "bad")])).toEqual(["1 begins"]);
    expect(tell(times(60, "unknown"))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { changed, timeOf, viewOf, type ClockState } from "./clock.ts";

const real = new Date("2026-03-03T07:00:00.000Z");
const later = new Date("2026-03-03T07:00:10.000Z");
const running: ClockState = { offsetMs: 0, frozenAt: null };

describe("the development clock", () => {
  it("moves by an offset and keeps running", () => {
    const state = changed(running, { advanceSeconds: 3600 }, real);
    expect(state).toEqual({ offsetMs: 3_600_000, frozenAt: null });
    expect(timeOf(state, later).toISOString()).toBe("2026-03-03T08:00:10.000Z");
  });

  it("is set to an instant, frozen, moved while frozen, and continues from there", () => {
    const set = changed(running, { now: "2026-09-15T10:00:00+03:00", freeze: true }, real);
    expect(viewOf(set, later)).toMatchObject({ now: "2026-09-15T07:00:00.000Z", frozen: true });
    const moved = changed(set, { advanceSeconds: 60 }, later);
    expect(viewOf(moved, later)).toMatchObject({ now: "2026-09-15T07:01:00.000Z", frozen: true });
    const released = changed(moved, { freeze: false }, later);
    expect(viewOf(released, later)).toMatchObject({ now: "2026-09-15T07:01:00.000Z", frozen: false });
    expect(timeOf(released, new Date(later.getTime() + 5000)).toISOString()).toBe("2026-09-15T07:01:05.000Z");
  });
});

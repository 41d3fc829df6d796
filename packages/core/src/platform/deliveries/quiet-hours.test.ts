import { describe, expect, test } from "vitest";
import { quietUntil } from "./quiet-hours.ts";

const moscow = { timeZone: "Europe/Moscow", from: "22:00", to: "07:00" };
const until = (now: string, hours = moscow) => quietUntil(new Date(now), hours)?.toISOString() ?? null;

describe("the night of Moscow", () => {
  test.each([
    ["a minute before ten", "2026-09-08T18:59:59Z", null],
    ["ten sharp", "2026-09-08T19:00:00Z", "2026-09-09T04:00:00.000Z"],
    ["midnight", "2026-09-08T21:00:00Z", "2026-09-09T04:00:00.000Z"],
    ["a second before seven", "2026-09-09T03:59:59Z", "2026-09-09T04:00:00.000Z"],
    ["seven sharp", "2026-09-09T04:00:00Z", null],
    ["the day", "2026-09-09T09:00:00Z", null],
  ])("%s", (_name, now, expected) => expect(until(now)).toBe(expected));
});

test("the same instant is night for one and day for another", () => {
  expect(until("2026-09-08T20:00:00Z")).not.toBeNull();
  expect(until("2026-09-08T20:00:00Z", { ...moscow, timeZone: "America/New_York" })).toBeNull();
  expect(until("2026-09-08T14:30:00Z", { ...moscow, timeZone: "Asia/Vladivostok" })).toBe(
    "2026-09-08T21:00:00.000Z",
  );
});

test("hours within one day, and none at all", () => {
  const lunch = { ...moscow, from: "13:00", to: "14:30" };
  expect(until("2026-09-08T10:00:00Z", lunch)).toBe("2026-09-08T11:30:00.000Z");
  expect(until("2026-09-08T11:30:00Z", lunch)).toBeNull();
  expect(until("2026-09-08T21:00:00Z", { ...moscow, from: "00:00", to: "00:00" })).toBeNull();
});

test("a night with a clock change ends at seven all the same", () => {
  const berlin = { ...moscow, timeZone: "Europe/Berlin" };
  expect(until("2026-10-24T22:00:00Z", berlin)).toBe("2026-10-25T06:00:00.000Z");
  expect(until("2026-03-28T22:00:00Z", berlin)).toBe("2026-03-29T05:00:00.000Z");
});

import { expect, test } from "vitest";
import { keepFor } from "./keep-for.ts";

const HOURS = { timeZone: "Europe/Moscow", from: "22:00", to: "07:00", workday: null };
const at = (time: string) => new Date(`2026-09-08T${time}Z`);

test.each([
  ["far from the evening, for its term", "07:00:00", HOURS, 14_400],
  ["shortly before the evening, until it", "18:59:00", HOURS, 60],
  ["at the last moment, only for a browser that is there", "18:59:59.900", HOURS, 0],
  ["an alarm, for its term", "18:59:00", null, 14_400],
  ["of who has no quiet hours, for its term", "18:59:00", { ...HOURS, from: "00:00", to: "00:00" }, 14_400],
  ["in the zone of the user", "11:59:00", { ...HOURS, timeZone: "Asia/Vladivostok" }, 60],
])("a push is kept %s", (_when, time, wishes, seconds) => {
  expect(keepFor(at(time), 14_400, wishes)).toBe(seconds);
});

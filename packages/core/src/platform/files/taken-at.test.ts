import { expect, test } from "vitest";
import { takenAtInstant } from "./taken-at.ts";

const now = new Date("2026-09-11T00:00:00.000Z");

test.each([
  ["2026-09-10T17:05:00", "Europe/Moscow", "2026-09-10T14:05:00.000Z"],
  ["2026-09-10T17:05:00", "Asia/Yekaterinburg", "2026-09-10T12:05:00.000Z"],
  ["2026-09-10T17:05:00+07:00", "Europe/Moscow", "2026-09-10T10:05:00.000Z"],
])("%s at %s is %s", (camera, zone, instant) => {
  expect(takenAtInstant(camera, zone, now)).toBe(instant);
});

test.each(["", "yesterday", "2027-01-01T00:00:00"])(
  "«%s» gives no time for a photo that already exists",
  (camera) => {
    expect(takenAtInstant(camera, "Europe/Moscow", now)).toBeNull();
  },
);

import type { Notification } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { groupByDay } from "./group-by-day.ts";

const item = (id: number, updatedAt: string, more: Partial<Notification> = {}): Notification => ({
  id,
  type: "fact.entered",
  category: "facts",
  priority: "normal",
  title: "",
  text: "",
  objectId: 1,
  entityType: null,
  entityId: null,
  deepLink: "o1_fact",
  actions: [],
  readAt: null,
  createdAt: updatedAt,
  updatedAt,
  ...more,
});

test("notices stand by the reader's days, urgent ones on top until they are read", () => {
  const groups = groupByDay(
    [
      item(1, "2026-09-10T21:30:00.000Z"),
      item(2, "2026-09-10T10:00:00.000Z"),
      item(3, "2026-09-09T10:00:00.000Z", { priority: "critical" }),
      item(4, "2026-09-09T09:00:00.000Z", { priority: "critical", readAt: "2026-09-09T11:00:00.000Z" }),
    ],
    "Europe/Moscow",
  );
  expect(groups.map(({ day, items }) => [day, items.map(({ id }) => id)])).toEqual([
    ["critical", [3]],
    ["2026-09-11", [1]],
    ["2026-09-10", [2]],
    ["2026-09-09", [4]],
  ]);
});

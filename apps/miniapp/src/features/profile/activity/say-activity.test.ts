import type { Activity } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { activityWords } from "./activity-words.ts";
import { pathOf, sayAct } from "./say-activity.ts";

const done = (more: Partial<Activity>): Activity => ({
  id: 1,
  at: "2026-09-10T09:00:00.000Z",
  action: "task.change_status",
  entityType: "task",
  entityId: 41,
  about: { text: "Испытать анкеры" },
  object: { id: 3, name: "СПК Блок Б" },
  onBehalfOf: null,
  reason: null,
  before: null,
  after: null,
  ...more,
});

test.each([
  [{ after: { status: "review" } }, "Сдана задача"],
  [{}, "Шаг задачи"],
  [{ action: "fact.enter", entityType: "fact" }, "Факт"],
  [{ action: "fact.enter", entityType: "fact", after: { photosAdded: [1] } }, "Фото к факту"],
  [{ action: "fact.something_new", entityType: "fact" }, "Действие с фактом"],
  [{ action: "kiln.fire", entityType: "kiln" }, "Действие"],
] as const)("%o reads «%s»", (more, words) => expect(sayAct(done(more), activityWords.ru)).toBe(words));

test.each([
  [{}, "/tasks/41"],
  [{ object: null }, null],
  [{ entityType: "fact", about: { text: "МОД", day: "2026-09-09" } }, "/objects/3/fact?day=2026-09-09"],
  [{ entityType: "facade" }, "/objects/3"],
  [{ entityType: "user", object: null }, null],
])("%o leads to %s", (more, path) => expect(pathOf(done(more))).toBe(path));

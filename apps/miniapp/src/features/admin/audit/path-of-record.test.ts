import { expect, test } from "vitest";
import { pathOfRecord } from "./path-of-record.ts";

const object = { id: 3, name: "СПК Блок Б" };
const actor = { id: 12, fullName: "Павел Дёмин" };
const led = { entityType: "task", entityId: 41, object: null, actor };

test.each([
  [{}, "/tasks/41"],
  [{ entityType: "user", entityId: 7 }, "/people/7"],
  [{ entityType: "fact", object }, "/objects/3/fact"],
  [{ entityType: "object", object }, "/objects/3"],
  [{ entityType: "work_type" }, "/dictionaries/works"],
  [{ entityType: "session" }, "/people/12"],
  [{ entityType: "session", actor: null }, null],
])("%o leads to %s", (more, path) => expect(pathOfRecord({ ...led, ...more })).toBe(path));

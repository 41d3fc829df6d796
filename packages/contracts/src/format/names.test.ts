import { expect, test } from "vitest";
import { doerName } from "./doer-name.ts";
import { erasedName, isErasedName, shortName } from "./names.ts";

test("a person is called by the surname, in records with the initial", () => {
  expect(shortName("Сергей Белов")).toBe("Белов");
  expect(shortName("Сергей Белов", "initial")).toBe("Белов\u00a0С.");
});

test("an erased person has no surname: all the words stand, in every style", () => {
  const erased = erasedName(19);
  expect([shortName(erased), shortName(erased, "initial")]).toEqual([erased, erased]);
  expect(doerName({ name: "Сергей Белов", behalf: erased }, "ru")).toBe(`Белов (по замещению: ${erased})`);
  expect([isErasedName(erased), isErasedName("Сергей Белов")]).toEqual([true, false]);
});

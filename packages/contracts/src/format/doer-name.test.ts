import { expect, test } from "vitest";
import { doerName } from "./doer-name.ts";

test("a deputy's name says for whom; one's own stands alone", () => {
  expect(doerName({ name: "Сергей Белов" }, "ru")).toBe("Белов");
  expect(doerName({ name: "Сергей Белов", behalf: null }, "en")).toBe("Белов");
  expect(doerName({ name: "Сергей Белов", behalf: "Олег Дёмин" }, "ru")).toBe("Белов (по замещению: Дёмин)");
  expect(doerName({ name: "Сергей Белов", behalf: "Олег Дёмин" }, "en")).toBe("Белов (for Дёмин)");
});

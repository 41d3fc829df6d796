import { expect, test } from "vitest";
import { obstaclesOf } from "./obstacles.ts";

test("what forbids sending leads to the first row that it is about", () => {
  const details = [
    { path: "rows.97", reason: "gpr_without_owner", message: "Без ответственного: 97, 98" },
    { path: "signers", reason: "gpr_signers_missing", message: "Некому подписать" },
  ];
  expect(obstaclesOf(details)).toEqual([
    { message: "Без ответственного: 97, 98", row: 97 },
    { message: "Некому подписать", row: null },
  ]);
  expect(obstaclesOf(null)).toEqual([]);
});

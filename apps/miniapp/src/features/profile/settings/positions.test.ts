import { expect, test } from "vitest";
import { POSITIONS, positionOf, withPosition } from "./positions.ts";

test("a category stands in exactly one position, the others stay", () => {
  let lists = { muted: ["gpr" as const], inDigest: ["facts" as const] } as Parameters<typeof positionOf>[0];
  for (const position of [...POSITIONS, ...POSITIONS.toReversed()]) {
    lists = withPosition(lists, "tasks", position);
    expect(positionOf(lists, "tasks")).toBe(position);
    expect([positionOf(lists, "gpr"), positionOf(lists, "facts"), positionOf(lists, "people")]).toEqual([
      "off",
      "digest",
      "now",
    ]);
    expect(lists.muted.filter((one) => lists.inDigest.includes(one))).toEqual([]);
  }
});

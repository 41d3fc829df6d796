import { COPIED_CATEGORIES } from "@stsphera/contracts/vocabulary";
import { expect, test } from "vitest";
import { NOTICES } from "./index.ts";

test("the categories that a linked chat can mute are those of which it gets copies", () => {
  const rows = Object.values(NOTICES).flatMap((notices) =>
    "card" in notices ? [notices] : "to" in notices ? [] : notices,
  );
  const copied = new Set(rows.filter(({ group }) => group !== undefined).map(({ card }) => card.category));
  expect([...copied].toSorted()).toEqual([...COPIED_CATEGORIES].toSorted());
});

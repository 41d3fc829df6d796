import { expect, test } from "vitest";
import { joinThousands } from "./join-thousands.ts";

test.each([
  ["1 152", "1152"],
  ["1\u00a0152,5", "1152,5"],
  ["12\u202f000\u202f000", "12000000"],
  [" 12,5 ", "12,5"],
])("«%s» is one number", (text, joined) => {
  expect(joinThousands(text)).toBe(joined);
});

test.each(["12 13", "12\n13", "12\n000", "1\u2028", "12\t130", "1 1520", "1  152"])(
  "«%s» stays as it is",
  (text) => {
    expect(joinThousands(text)).toBe(text);
  },
);

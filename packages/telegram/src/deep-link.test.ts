import { expect, test } from "vitest";
import * as fc from "fast-check";
import { formatDeepLink, miniAppUrl, parseDeepLink, type DeepLink } from "./deep-link.ts";

test.each<[string, DeepLink]>([
  ["o12", { kind: "object", id: 12 }],
  ["o12_fact", { kind: "object", id: 12, section: "fact" }],
  ["o1_fact_20261127", { kind: "object", id: 1, section: "fact", day: "2026-11-27" }],
  ["o1_tasks_overdue", { kind: "object", id: 1, section: "tasks", state: "overdue" }],
  ["t5", { kind: "task", id: 5 }],
  ["g3", { kind: "gpr", id: 3 }],
  ["s4", { kind: "supply", id: 4 }],
  ["m6", { kind: "shipment", id: 6 }],
  ["c7", { kind: "stage", id: 7 }],
  ["f8", { kind: "defect", id: 8 }],
  ["d9", { kind: "document", id: 9 }],
  ["r2", { kind: "delegation", id: 2 }],
  ["n1", { kind: "notification", id: 1 }],
])("%s is parsed to one place and formatted back unchanged (regression 26)", (text, link) => {
  expect(formatDeepLink(link)).toBe(text);
  expect(parseDeepLink(text)).toEqual(link);
});

test.each([
  "",
  "o",
  "o0",
  "o012",
  "o-1",
  "o1.5",
  "y12",
  "o12_",
  "o12_FACT",
  "o12_fact_",
  "o12_fact_2026112",
  "o12_fact_20261131",
  "o12_fact_20261127_overdue",
  "o12_20261127",
  "t5_fact",
  "o99999999999",
  "o12&a=b",
])("«%s» is invalid", (text) => {
  expect(parseDeepLink(text)).toBeNull();
});

test("an invalid link is not made", () => {
  expect(() => formatDeepLink({ kind: "task", id: 0 })).toThrow(RangeError);
  expect(() => formatDeepLink({ kind: "task", id: 1.5 })).toThrow(RangeError);
  expect(() => formatDeepLink({ kind: "object", id: 1, section: "a b" })).toThrow(RangeError);
  expect(() => formatDeepLink({ kind: "object", id: 1, section: "fact", day: "27.11" })).toThrow(RangeError);
});

test("a link to the Mini App carries its start parameter", () => {
  const link = { kind: "object", id: 12, section: "fact" } as const;
  expect(miniAppUrl("https://sts.example/", link)).toBe("https://sts.example/?startapp=o12_fact");
});

test("no text makes the parser throw, and accepted text is formatted back unchanged", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[a-z]\d{1,11}(_[a-z]{0,5}(_(20[0-2]\d{5}|[a-z]{0,5}))?)?$/)),
      (text) => {
        const link = parseDeepLink(text);
        expect(link === null || formatDeepLink(link) === text).toBe(true);
      },
    ),
  );
});

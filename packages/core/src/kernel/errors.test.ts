import { expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf, refusalOf } from "../testing/refusal.ts";
import { parseInput } from "./input.ts";

const schema = z.strictObject({ name: z.string().max(5), ids: z.array(z.int()).max(1000) });
const refused = async (input: unknown) => {
  const parsing = Promise.resolve(input).then((sent) => parseInput(schema, sent));
  return fieldsOf(await refusalOf(parsing));
};

test("every invalid field is named, with its reason", async () => {
  expect(await refused({ name: "слишком", ids: ["a"], more: 1 })).toEqual([
    "name: too_big",
    "ids.0: invalid_type",
    "more: unknown_field",
  ]);
});

test("an answer does not grow with what was sent: neither by fields nor by their names", async () => {
  const strange = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, 1]));
  expect(await refused({ name: "a", ids: [], ...strange })).toHaveLength(200);
  expect(await refused({ name: "a", ids: Array.from({ length: 900 }, () => "a") })).toHaveLength(200);
  const [long] = await refused({ name: "a", ids: [], ["k".repeat(900_000)]: 1 });
  expect(long?.length).toBeLessThan(300);
});

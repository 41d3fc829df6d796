import { expect, test } from "vitest";
import { z } from "zod";
import * as contracts from "../index.ts";

/** Texts of several lines, and what no person reads; all else that is typed stands on one line or on a button. */
const OTHERS = new Set(
  "description notes text search cursor timeZone contentType initData refreshToken".split(" "),
);
const BREAKS = ["\n", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f"];

type Field = { path: string; schema: z.ZodType };

/** Every string that an input takes, with the way to it. */
function stringsOf(schema: unknown, path: string): Field[] {
  if (schema instanceof z.ZodString || schema instanceof z.ZodPipe) return [{ path, schema }];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, field]) => stringsOf(field, `${path}.${key}`));
  if (schema instanceof z.ZodArray) return stringsOf(schema.element, path);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option, at) => stringsOf(option, `${path}.${at}`));
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return isWrapped ? stringsOf(schema.unwrap(), path) : [];
}

const inputs = Object.entries(contracts).filter(
  ([name, value]) => /(Input|Query)$|^draftData$/.test(name) && value instanceof z.ZodType,
);
const fields = inputs.flatMap(([name, schema]) => stringsOf(schema, name));
const lines = fields.filter(({ path }) => !OTHERS.has(path.split(".").at(-1) ?? ""));

test("the walk finds the codes and names of every kind", () => {
  const paths = fields.map(({ path }) => path);
  for (const path of [
    "createObjectInput.code",
    "facadeInput.code",
    "createCrewInput.lead",
    "draftData.floors.code",
  ])
    expect(paths).toContain(path);
});

test.each(lines)("$path keeps no line break", ({ schema }) => {
  for (const mark of BREAKS) {
    const typed = schema.safeParse(`9${mark}✅ Принято  999`);
    if (typed.success) expect(typed.data).toBe("9 ✅ Принято  999");
  }
});

test("a text made up to hold the others up is read as quickly as any: judged before it is found too long", () => {
  const most = 20_000;
  const crowded = [" ", "\n ", "1", "\u200d", "1 ", "a_", "-"].map((part) => `x${part.repeat(most)}x`);
  for (const { schema } of fields) for (const text of crowded) schema.safeParse(text);
  expect(fields.length).toBeGreaterThan(100);
});

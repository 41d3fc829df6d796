import { invalidField } from "@stsphera/core";
import type { HttpContext } from "../deps.ts";
import { guardText } from "./json-guard.ts";

/** The query string; rejects repeated names. */
export function readQuery(c: HttpContext): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    const [value = "", ...more] = values;
    if (more.length > 0) throw invalidField(name, "given_twice");
    guardText(name, "");
    guardText(value, name);
    query[name] = value;
  }
  return query;
}

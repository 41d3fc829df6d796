import { DomainError, notFound } from "@stsphera/core";
import type { HttpContext } from "../deps.ts";
import { type AnyEndpoint, fieldNames } from "../routes/endpoint.ts";
import { fieldProblems } from "./field-problems.ts";
import { readJsonBody } from "./read-body.ts";
import { readParts } from "./read-parts.ts";
import { readQuery } from "./read-query.ts";

type Fields = Record<string, unknown>;
export type InputReader = (c: HttpContext) => Promise<Fields>;

/** Merges path, query and body into one input of the verb; rejects fields that the route does not declare. */
export function createInputReader({ method, words, query, body }: AnyEndpoint): InputReader {
  const queryKeys = new Set(fieldNames(query));
  const bodyKeys = new Set(fieldNames(body));

  return async (c) => {
    const sent = method === "get" ? {} : await readJsonBody(c);
    const asked = readQuery(c);
    refuseUnknown(sent, bodyKeys);
    refuseUnknown(asked, queryKeys);
    const parts = readParts(c.req.param() as Record<string, string>, words);
    if (parts !== null) return { ...asked, ...sent, ...parts };
    validate(body, sent);
    validate(query, asked);
    throw notFound();
  };
}

function refuseUnknown(given: Fields, known: ReadonlySet<string>): void {
  const unknown = Object.keys(given).filter((key) => !known.has(key));
  if (unknown.length === 0) return;
  const fields = unknown.map((path) => ({ path, reason: "unknown_field", message: "unknown_field" }));
  throw new DomainError("validation_failed", { fields });
}

/** When the path cannot match anything, the verb never runs, so fields are validated here: 422 comes before 404. */
function validate(schema: AnyEndpoint["body"], given: Fields): void {
  const parsed = schema?.safeParse(given);
  if (parsed !== undefined && !parsed.success) throw fieldProblems(parsed.error);
}

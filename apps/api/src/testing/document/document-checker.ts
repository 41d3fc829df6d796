import { z } from "zod";
import type { ApiDocument, JsonSchema, Operation } from "./api-document.ts";

export type DocumentChecker = {
  /** Violations of a document schema by a value; extra fields count as violations. */
  problems(schema: JsonSchema, value: unknown): string[];
  /** Violations by an answer of what the document says about its operation. */
  answerProblems(operation: Operation, answer: { status: number; headers: Headers; body: unknown }): string[];
};

type Source = Parameters<typeof z.fromJSONSchema>[0];

/** Checks values against the document alone, not against the zod schemas it was generated from. */
export function documentChecker({ schemas }: ApiDocument): DocumentChecker {
  const made = new Map<string, z.ZodType>();
  const definitions = toLocal(schemas);

  function judge(schema: JsonSchema): z.ZodType {
    const text = JSON.stringify(schema);
    const known = made.get(text);
    if (known !== undefined) return known;
    const source = { ...(toLocal(schema) as object), $defs: definitions };
    const judging = z.fromJSONSchema(source as Source);
    made.set(text, judging);
    return judging;
  }

  function problems(schema: JsonSchema, value: unknown): string[] {
    const { error } = judge(schema).safeParse(value);
    return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  }

  return {
    problems,
    answerProblems({ responses }, { status, headers, body }) {
      const described = responses[String(status)];
      if (described === undefined) return [`${status} is not among ${Object.keys(responses).join(", ")}`];
      const schema = described.content?.["application/json"]?.schema;
      if (schema !== undefined) return problems(schema, body);
      const found = body === "" ? [] : ["a body where the document shows none"];
      const missing = status === 302 && headers.get("location") === null ? ["no Location"] : [];
      return [...found, ...missing];
    },
  };
}

/**
 * Rewrites references for the validator, and `\p{L}` as letter ranges, because it compiles patterns without the unicode
 * flag.
 */
function toLocal(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll("#/components/schemas/", "#/$defs/")
    .replaceAll("\\\\p{L}", "A-Za-zА-ЯЁа-яё");
  return JSON.parse(text) as unknown;
}

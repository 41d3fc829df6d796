import { z } from "zod";
import type { ApiDocument, JsonSchema, Operation } from "./api-document.ts";

export type DocumentChecker = {
  /** What is wrong with a value by a schema of the document; nothing when it fits, with no field more. */
  problems(schema: JsonSchema, value: unknown): string[];
  /** What is wrong with an answer by what the document says of its operation. */
  answerProblems(operation: Operation, answer: { status: number; headers: Headers; body: unknown }): string[];
};

type Source = Parameters<typeof z.fromJSONSchema>[0];

/** Judges values by the document alone, not by the schemas that it was made from. */
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

/** References as the validator resolves them, and letters of any alphabet, which it has no flag for, by name. */
function toLocal(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll("#/components/schemas/", "#/$defs/")
    .replaceAll("\\\\p{L}", "A-Za-zА-ЯЁа-яё");
  return JSON.parse(text) as unknown;
}

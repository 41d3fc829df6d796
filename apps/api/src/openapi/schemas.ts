import { z } from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas with an id, by that id: they stand once in the document and are referred to. */
const components = new Map<string, JsonSchema>();

/** The components that the schemas made so far refer to, in the order of their names. */
export function schemaComponents(): Record<string, JsonSchema> {
  return Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON Schema of what goes in (before it is read) or comes out. */
export function toSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const made = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  const { $schema: _dialect, $defs = {}, ...rest } = refer(made) as Record<string, unknown>;
  for (const [name, definition] of Object.entries($defs as Record<string, JsonSchema>)) {
    components.set(name, definition);
  }
  const id = schema.meta()?.id;
  if (id === undefined) return rest;
  components.set(id, rest);
  return { $ref: `#/components/schemas/${id}` };
}

/** Moves references from where zod keeps definitions to where OpenAPI does. */
function refer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(refer);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      if (key === "id" && typeof inner === "string") return [];
      if (key === "$ref" && typeof inner === "string") {
        return [[key, inner.replace("#/$defs/", "#/components/schemas/")]];
      }
      return [[key, refer(inner)]];
    }),
  );
}

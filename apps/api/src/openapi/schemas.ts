import { z } from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas with an id: they are written once, under components, and referred to. */
const components = new Map<string, JsonSchema>();

/** Components collected from the schemas converted so far, sorted by name. */
export function schemaComponents(): Record<string, JsonSchema> {
  return Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** JSON Schema of an input (before parsing) or an output. */
export function toSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const made = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  const { $schema: _dialect, $defs = {}, ...rest } = tidy(made) as Record<string, unknown>;
  for (const [name, definition] of Object.entries($defs as Record<string, JsonSchema>)) {
    components.set(name, definition);
  }
  return rest;
}

/** Rewrites references from zod's `$defs` to OpenAPI's components, and drops limits that are just safe integers. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      if (key === "id" && typeof inner === "string") return [];
      if ((key === "minimum" || key === "maximum") && Math.abs(Number(inner)) === Number.MAX_SAFE_INTEGER)
        return [];
      const moved = key === "$ref" ? String(inner).replace("#/$defs/", "#/components/schemas/") : tidy(inner);
      return [[key, moved]];
    }),
  );
}

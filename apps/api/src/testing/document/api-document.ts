import type { TestApi } from "../open-api.ts";

export type JsonSchema = { readonly [key: string]: unknown };
export type Media = { schema: JsonSchema; example?: unknown; examples?: Record<string, { value: unknown }> };
export type Parameter = { name: string; in: "path" | "query"; required: boolean; schema: JsonSchema };
type Content = { "application/json"?: Media };
export type Operation = {
  /** `POST /api/objects/{objectId}/facts`. */
  name: string;
  method: string;
  path: string;
  operationId: string;
  /** Parameters of path and query; the headers are the same everywhere. */
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { headers?: unknown; content?: Content }>;
};
export type ApiDocument = { operations: Operation[]; schemas: Record<string, JsonSchema> };

type Raw = {
  paths: Record<string, Record<string, Omit<Operation, "name" | "method" | "path">>>;
  components: { schemas: Record<string, JsonSchema> };
};

/** The OpenAPI document of a running API, its operations in document order. */
export async function apiDocument(api: TestApi): Promise<ApiDocument> {
  const { body } = await api.call("GET", "/api/openapi.json");
  const { paths, components } = body as Raw;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, { parameters = [], ...rest }]): Operation => {
      const method = verb.toUpperCase();
      const named = parameters.filter((one) => one.in === "path" || one.in === "query");
      return { ...rest, name: `${method} ${path}`, method, path, parameters: named };
    }),
  );
  return { operations, schemas: components.schemas };
}

/** A schema with its reference resolved. */
export function resolve(schema: JsonSchema, schemas: ApiDocument["schemas"]): JsonSchema {
  const reference = schema["$ref"];
  if (typeof reference !== "string") return schema;
  const { $ref: _followed, ...beside } = schema;
  const found = schemas[reference.replace("#/components/schemas/", "")];
  if (found === undefined) throw new Error(`the document has no ${reference}`);
  return { ...resolve(found, schemas), ...beside };
}

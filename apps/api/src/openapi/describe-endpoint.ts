import type { DescribeRouteOptions } from "hono-openapi";
import type { AnyEndpoint } from "../routes/endpoint.ts";
import { idsIn } from "../routes/endpoint.ts";
import { errorResponses } from "./error-responses.ts";
import { type JsonSchema, toSchema } from "./schemas.ts";

/** A route in the words of OpenAPI. */
export function describeEndpoint(endpoint: AnyEndpoint): DescribeRouteOptions {
  const { tag, summary, description, verb, body, examples } = endpoint;
  const asked = verb.permissions.length === 0 ? "" : `Permission: ${verb.permissions.join(", ")}.`;
  const text = [description, asked].filter((part) => part !== undefined && part !== "").join(" ");
  const described = {
    operationId: endpoint.operationId ?? operationOf(verb.name),
    tags: [tag],
    summary,
    ...(text === "" ? {} : { description: text }),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint), ...headerParameters(endpoint)],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: hasRequired(body),
            content: content(toSchema(body, "input"), examples.body),
          },
        }),
    responses: { ...successResponse(endpoint), ...errorResponses(errorsOf(endpoint)) },
  };
  // The type asks for the library's own schema objects where the document takes any JSON Schema.
  return described as DescribeRouteOptions;
}

/** `fact.change_status` → `factChangeStatus`. */
const operationOf = (verb: string) =>
  verb.replace(/[._](\w)/g, (_dot, letter: string) => letter.toUpperCase());

const content = (schema: JsonSchema, example: unknown) => ({
  "application/json": { schema, ...(example === undefined ? {} : { example }) },
});

function hasRequired(body: NonNullable<AnyEndpoint["body"]>): boolean {
  return !body.safeParse({}).success;
}

function successResponse({ status = 200, answer, examples }: AnyEndpoint): Record<string, unknown> {
  if (status !== 302) {
    const description = status === 201 ? "Made" : "Done";
    return { [status]: { description, content: content(toSchema(answer, "output"), examples.answer) } };
  }
  const location = { description: "A link signed for 10 minutes", schema: { type: "string", format: "uri" } };
  return { 302: { description: "Follow the link", headers: { Location: location } } };
}

function errorsOf({ method, path, body, query }: AnyEndpoint): number[] {
  const writes = method !== "get";
  return [
    401,
    403,
    ...(path.includes(":") ? [404] : []),
    ...(writes ? [409] : []),
    ...(body === undefined ? [] : [413, 415]),
    ...(body === undefined && query === undefined && !writes ? [] : [422]),
    429,
    503,
  ];
}

function pathParameters({ path }: AnyEndpoint): unknown[] {
  return idsIn(path).map((name) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "integer", minimum: 1, maximum: 2_147_483_647 },
  }));
}

function queryParameters({ query }: AnyEndpoint): unknown[] {
  if (query === undefined) return [];
  const { properties = {} } = toSchema(query, "output") as { properties?: Record<string, JsonSchema> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: false,
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function headerParameters({ method }: AnyEndpoint): unknown[] {
  if (method === "get") {
    return [{ $ref: "#/components/parameters/ViewAs" }];
  }
  return [{ $ref: "#/components/parameters/IdempotencyKey" }];
}

import { z } from "zod";
import type { AnyEndpoint } from "../routes/endpoint.ts";
import { idsIn } from "../routes/endpoint.ts";
import { errorResponses } from "./error-responses.ts";
import type { Operation } from "./operation.ts";
import { type JsonSchema, toSchema } from "./schemas.ts";

/** Describes a route as an OpenAPI operation. */
export function describeEndpoint(endpoint: AnyEndpoint): Operation {
  const { tag, summary, description, verb, body, examples } = endpoint;
  const asked = verb.permissions.length === 0 ? "" : `Permission: ${verb.permissions.join(", ")}.`;
  const text = [description, asked].filter((part) => part !== undefined && part !== "").join(" ");
  return {
    operationId: endpoint.operationId ?? operationOf(verb.name),
    tags: [tag.name],
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
  // The target of the redirect is described, too, because a client that follows redirects sees only that.
  const location = { description: "A link signed for 10 minutes", schema: { type: "string", format: "uri" } };
  return {
    200: { description: "The file, when the redirect is followed", content: { "*/*": {} } },
    302: { description: "Redirect to the file", headers: { Location: location } },
  };
}

/** Errors of a route: unknown fields, a body that is too large or not JSON are always possible. */
function errorsOf(endpoint: AnyEndpoint): number[] {
  const { method, status, asks } = endpoint;
  const bodyErrors = method === "get" ? [] : [413, 415];
  const writeErrors = method === "get" || asks === true ? [] : [409];
  // The file of the link may not be ready.
  const linkErrors = status === 302 ? [409] : [];
  return [
    401,
    403,
    ...(mayBeMissing(endpoint) ? [404] : []),
    ...linkErrors,
    ...writeErrors,
    ...bodyErrors,
    422,
    429,
    503,
  ];
}

/** True when the input names something by id, so that 404 is possible. */
function mayBeMissing({ path, query, body, mayMiss }: AnyEndpoint): boolean {
  const given = [query, body].filter((schema) => schema !== undefined);
  const fields = given.map((schema) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  return mayMiss === true || path.includes(":") || /"(id|\w+Ids?)":/.test(JSON.stringify(fields));
}

const ID = { type: "integer", minimum: 1, maximum: 2_147_483_647 };

function pathParameters({ path, words = {} }: AnyEndpoint): JsonSchema[] {
  return idsIn(path).map((name) => {
    const word = words[name];
    return { name, in: "path", required: true, schema: word === undefined ? ID : toSchema(word, "output") };
  });
}

function queryParameters({ query }: AnyEndpoint): JsonSchema[] {
  if (query === undefined) return [];
  return Object.entries(query.shape).map(([name, field]) => {
    const { description, ...schema } = toSchema(field as z.ZodType, "output");
    const required = !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: "query", required, ...(description === undefined ? {} : { description }), schema };
  });
}

function headerParameters({ method, asks }: AnyEndpoint): JsonSchema[] {
  if (method === "get") return [{ $ref: "#/components/parameters/ViewAs" }];
  if (asks === true) return [];
  return [{ $ref: "#/components/parameters/IdempotencyKey" }];
}

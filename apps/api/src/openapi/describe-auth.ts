import type { DescribeRouteOptions } from "hono-openapi";
import type { z } from "zod";
import { errorResponses } from "./error-responses.ts";
import { toSchema } from "./schemas.ts";

type AuthRoute = {
  operationId: string;
  summary: string;
  description?: string;
  body: z.ZodType;
  example: Readonly<Record<string, unknown>>;
  /** Given for the routes that begin or renew a session: these ask for no token. */
  answer?: { schema: z.ZodType; example: unknown };
};

/** A route of sign-in in the words of OpenAPI. */
export function describeAuth(route: AuthRoute): DescribeRouteOptions {
  const { operationId, summary, description, body, example, answer } = route;
  const success: Record<string, unknown> =
    answer === undefined
      ? { 204: { description: "Done" } }
      : {
          200: {
            description: "Done",
            content: {
              "application/json": { schema: toSchema(answer.schema, "output"), example: answer.example },
            },
          },
        };
  // A newcomer's token opens one route, and that is none of these.
  const ofPeople = answer === undefined ? [403] : [];
  const described = {
    operationId,
    tags: ["auth"],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(answer === undefined ? {} : { security: [] }),
    requestBody: {
      required: true,
      content: { "application/json": { schema: toSchema(body, "input"), example } },
    },
    responses: { ...success, ...errorResponses([401, ...ofPeople, 413, 415, 422, 429, 503]) },
  };
  // The type asks for the library's own schema objects where the document takes any JSON Schema.
  return described as DescribeRouteOptions;
}

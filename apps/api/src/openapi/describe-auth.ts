import { AUTH, type AuthRoute } from "../routes/auth-routes.ts";
import { errorResponses } from "./error-responses.ts";
import type { Operation } from "./operation.ts";
import { toSchema } from "./schemas.ts";

/** Describes a sign-in route as an OpenAPI operation. */
export function describeAuth(route: AuthRoute): Operation {
  const { operationId, summary, description, body, example, answer, signedIn, refusals = [] } = route;
  const success =
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
  // A pending user's token opens none of these routes.
  const more = new Set([...(signedIn === true ? [403] : []), ...refusals]);
  return {
    operationId,
    tags: [AUTH.name],
    summary,
    description,
    ...(signedIn === true ? {} : { security: [] }),
    requestBody: {
      required: true,
      content: { "application/json": { schema: toSchema(body, "input"), example } },
    },
    responses: { ...success, ...errorResponses([401, ...[...more].sort(), 413, 415, 422, 429, 503]) },
  };
}

import { ROLE_CODES } from "@stsphera/rbac";
import { AUTH, AUTH_ROUTES } from "../routes/auth-routes.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { describeAuth } from "./describe-auth.ts";
import { describeEndpoint } from "./describe-endpoint.ts";
import type { Operation } from "./operation.ts";
import { schemaComponents } from "./schemas.ts";

const DESCRIPTION = [
  "Everything but sign-in asks for `Authorization: Bearer <access token>`.",
  "Days are `YYYY-MM-DD`, instants ISO 8601 in UTC, quantities and money decimal strings.",
  "Lists are keyset pages: pass `nextCursor` as `cursor`.",
  "What a person may not see does not exist: 404.",
].join(" ");

const PARAMETERS = {
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: "The same key and input return the stored answer for 14 days",
    schema: { type: "string", minLength: 1, maxLength: 200 },
  },
  ViewAs: {
    name: "X-View-As",
    in: "header",
    required: false,
    description: "The role to view the system as; admins only",
    schema: { type: "string", enum: ROLE_CODES },
  },
};

const INFO = {
  title: "STSphera",
  version: "1",
  description: DESCRIPTION,
  contact: { name: "The administrator of STSphera in the company" },
  license: { name: "Proprietary", identifier: "LicenseRef-Proprietary" },
};

/** The OpenAPI 3.1 document, generated from the route tables that the server mounts. */
export function openApiDocument(): Record<string, unknown> {
  // Describing operations collects their shared schemas, so it comes first.
  const paths = pathsOf([
    ...AUTH_ROUTES.map((route): Described => [route.path, "post", describeAuth(route)]),
    ...ENDPOINTS.map((route): Described => [route.path, route.method, describeEndpoint(route)]),
  ]);
  return {
    openapi: "3.1.0",
    info: INFO,
    // The document is read from the server it describes.
    servers: [{ url: "/", description: "This server" }],
    tags: [...new Set([AUTH, ...ENDPOINTS.map(({ tag }) => tag)])].map(({ name, about }) => ({
      name,
      description: about,
    })),
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      parameters: PARAMETERS,
      schemas: schemaComponents(),
    },
  };
}

type Described = readonly [path: string, method: string, operation: Operation];

/** Operations by path and method; `:objectId` becomes `{objectId}`. */
function pathsOf(described: readonly Described[]): Record<string, Record<string, Operation>> {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [path, method, operation] of described) {
    const item = (paths[path.replaceAll(/:(\w+)/g, "{$1}")] ??= {});
    item[method] = operation;
  }
  return paths;
}

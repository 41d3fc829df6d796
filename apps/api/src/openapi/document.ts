import { ROLE_CODES } from "@stsphera/rbac";
import type { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import type { ApiEnv } from "../deps.ts";
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
    description: "The same key and input give the stored answer for 14 days",
    schema: { type: "string", minLength: 1, maxLength: 200 },
  },
  ViewAs: {
    name: "X-View-As",
    in: "header",
    required: false,
    description: "A role to look in; for admins",
    schema: { type: "string", enum: ROLE_CODES },
  },
};

/** The OpenAPI document, made from the routes of the server. */
export async function openApiDocument(app: Hono<ApiEnv>): Promise<Record<string, unknown>> {
  const document = await generateSpecs(app, {
    documentation: {
      openapi: "3.1.0",
      info: { title: "STSphera", version: "1", description: DESCRIPTION },
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } } },
    },
    defaultValidationErrorResponse: false,
    excludeStaticFile: false,
  });
  const { securitySchemes } = document.components;
  return {
    ...document,
    components: { securitySchemes, parameters: PARAMETERS, schemas: schemaComponents() },
  };
}

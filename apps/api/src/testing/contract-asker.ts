import type { UserActor } from "@stsphera/rbac";
import { expect } from "vitest";
import type { AnyEndpoint } from "../routes/endpoint.ts";
import { ENDPOINTS } from "../routes/index.ts";
import { addressOf, type Ids } from "./addresses.ts";
import { type ApiDocument, apiDocument } from "./document/api-document.ts";
import { type DocumentChecker, documentChecker } from "./document/document-checker.ts";
import type { TestApi } from "./open-api.ts";

type Sent = { as: UserActor; ids?: Ids; query?: string; body?: Readonly<Record<string, unknown>> };
/** What most writes answer: id and version. */
export type Answered = { id: number; version: number };
export type Ask = <A = Record<string, unknown>>(name: string, sent: Sent) => Promise<A>;

/**
 * Sends requests to routes by name and checks each answer against the route's status and strict schema, and against the
 * OpenAPI document.
 */
export function contractAsker(
  api: () => TestApi,
  journey: readonly AnyEndpoint[],
): { ask: Ask; notAsked(): string[] } {
  const asked = new Set<string>();
  let opened: Promise<{ document: ApiDocument; checker: DocumentChecker }> | undefined;
  const open = () =>
    (opened ??= apiDocument(api()).then((document) => ({ document, checker: documentChecker(document) })));
  const nameOf = ({ method, path }: AnyEndpoint) => `${method.toUpperCase()} ${path}`;

  return {
    async ask<A>(name: string, { as, ids = {}, query = "", body }: Sent): Promise<A> {
      const endpoint = ENDPOINTS.find((one) => nameOf(one) === name);
      if (endpoint === undefined) throw new Error(`there is no route ${name}`);
      const call = { as, ...(body === undefined ? {} : { body }) };
      const answer = await api().call(endpoint.method.toUpperCase(), addressOf(endpoint, ids) + query, call);
      const refusal = answer.status < 400 ? "" : JSON.stringify(answer.body);
      expect(`${name} ${answer.status} ${refusal}`).toBe(`${name} ${endpoint.status ?? 200} `);
      asked.add(name);
      const { document, checker } = await open();
      const documented = name.replace(/:(\w+)/g, "{$1}");
      const operation = document.operations.find((one) => one.name === documented);
      if (operation === undefined) throw new Error(`the document has no ${documented}`);
      expect(checker.answerProblems(operation, answer), `${name} ${JSON.stringify(answer.body)}`).toEqual([]);
      if (endpoint.status === 302) return { location: answer.headers.get("location") } as A;
      expect(endpoint.answer.parse(answer.body), name).toEqual(answer.body);
      return answer.body as A;
    },
    notAsked: () => journey.map(nameOf).filter((name) => !asked.has(name)),
  };
}

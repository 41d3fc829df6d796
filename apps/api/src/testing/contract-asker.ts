import type { UserActor } from "@stsphera/rbac";
import { expect } from "vitest";
import { ENDPOINTS } from "../routes/index.ts";
import { addressOf, type Ids } from "./addresses.ts";
import type { TestApi } from "./open-api.ts";

export type Sent = { as: UserActor; ids?: Ids; query?: string; body?: Readonly<Record<string, unknown>> };
export type Ask = <A = Record<string, unknown>>(name: string, sent: Sent) => Promise<A>;

/** Asks routes by name and checks each answer: the route's status, and its schema with nothing more in it. */
export function contractAsker(api: () => TestApi): { ask: Ask; notAsked(): string[] } {
  const asked = new Set<string>();
  const nameOf = ({ method, path }: (typeof ENDPOINTS)[number]) => `${method.toUpperCase()} ${path}`;

  return {
    async ask<A>(name: string, { as, ids = {}, query = "", body }: Sent): Promise<A> {
      const endpoint = ENDPOINTS.find((one) => nameOf(one) === name);
      if (endpoint === undefined) throw new Error(`there is no route ${name}`);
      const call = { as, ...(body === undefined ? {} : { body }) };
      const answer = await api().call(endpoint.method.toUpperCase(), addressOf(endpoint, ids) + query, call);
      const refusal = answer.status < 400 ? "" : JSON.stringify(answer.body);
      expect(`${name} ${answer.status} ${refusal}`).toBe(`${name} ${endpoint.status ?? 200} `);
      asked.add(name);
      if (endpoint.status === 302) return { location: answer.headers.get("location") } as A;
      expect(endpoint.answer.parse(answer.body), name).toEqual(answer.body);
      return answer.body as A;
    },
    notAsked: () => ENDPOINTS.map(nameOf).filter((name) => !asked.has(name)),
  };
}

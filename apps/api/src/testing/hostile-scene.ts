import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { expect } from "vitest";
import { verdict } from "./errors.ts";
import { type Answer, openApi, type TestApi } from "./open-api.ts";

export type Address = [method: string, path: string, body: unknown];

export type HostileScene = {
  api: TestApi;
  object: TestObject;
  manager: UserActor;
  foreman: UserActor;
  /** Runs a request and expects that it wrote nothing. */
  refused(work: () => Promise<Answer>): Promise<Answer>;
  /** Expects 404 at all of these addresses for this person, with nothing written. */
  hiddenFrom(person: UserActor, addresses: readonly Address[]): Promise<void>;
};

/** The API with an active object, for requests of members and outsiders that must be refused. */
export async function openHostileScene(): Promise<HostileScene> {
  const api = await openApi();
  const object = await api.world.createTestObject();
  const refused = async (work: () => Promise<Answer>): Promise<Answer> => {
    const before = await api.world.traces();
    const answer = await work();
    expect(await api.world.traces()).toEqual(before);
    return answer;
  };
  return {
    api,
    object,
    manager: await api.world.as("project_manager"),
    foreman: await api.world.as("construction_itr"),
    refused,
    async hiddenFrom(person, addresses) {
      for (const [method, path, body] of addresses) {
        const answer = await refused(() => api.call(method, path, { as: person, body }));
        expect(`${method} ${path} ${verdict(answer)}`).toBe(`${method} ${path} 404 not_found`);
      }
    },
  };
}

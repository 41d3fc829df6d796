import type { HttpBindings } from "@hono/node-server";
import type { Calls } from "../bot-api/calls.ts";
import type { Faults } from "../bot-api/faults.ts";
import type { Limits } from "../bot-api/limits.ts";
import { findPerson, type Person } from "../people/people.ts";
import type { PushService } from "../push/push-service.ts";
import type { ObjectStore } from "../store/object-store.ts";
import type { World } from "../world/world.ts";
import { notFound } from "./problem.ts";

export type ControlDependencies = {
  world: World;
  limits: Limits;
  faults: Faults;
  calls: Calls;
  objectStore: ObjectStore;
  pushes: PushService;
  appShortName: string;
  miniAppUrl: string;
  stopped: AbortSignal;
  onError: (error: unknown) => void;
};

export type ControlEnv = { Bindings: Partial<HttpBindings> };

export function knownPerson(id: number): Person {
  const person = findPerson(id);
  if (!person) throw notFound(`person ${id}`);
  return person;
}

import type { UserActor } from "@stsphera/rbac";
import { type TestObject, createTestWorld, type World } from "../../../testing/index.ts";

/** An object whose manager assigns tasks to its foreman. */
export type TaskPair = { world: World; here: TestObject; manager: UserActor; foreman: UserActor };

export async function openTaskPair(): Promise<TaskPair> {
  const world = await createTestWorld();
  const here = await world.createTestObject({ volumes: [] });
  const manager = await world.as("project_manager");
  return { world, here, manager, foreman: await world.as("construction_itr") };
}

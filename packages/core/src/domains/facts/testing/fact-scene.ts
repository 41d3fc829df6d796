import type { TestObject, World } from "../../../testing/index.ts";
import { enterFact } from "../enter-fact.ts";

export const TODAY = "2026-09-08";

/** A new object whose foreman makes entries in its first line. */
export type FactScene = {
  object: TestObject;
  /** The line of modules: Юг, floor 1, 36 planned. */
  modules: number;
  /** Input of an entry: twelve modules today, unless overridden. */
  entry(more?: Record<string, unknown>): Record<string, unknown>;
  enter(more?: Record<string, unknown>): ReturnType<typeof enterFact.run>;
};

export async function openFactScene(world: World): Promise<FactScene> {
  const object = await world.createTestObject();
  const modules = object.cell("Юг", "1", "МОД");
  const entry: FactScene["entry"] = (more = {}) => ({
    objectId: object.id,
    floorVolumeId: modules,
    date: TODAY,
    quantity: "12",
    ...more,
  });
  const enter: FactScene["enter"] = async (more = {}) =>
    enterFact.run(world.ctx(await world.as("construction_itr")), entry(more) as never);
  return { object, modules, entry, enter };
}

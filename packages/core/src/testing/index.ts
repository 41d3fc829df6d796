export type { TestObject, ObjectOptions, PlannedVolume } from "./object-options.ts";
export { createTestWorld, WORLD_NOW } from "./create-test-world.ts";
export { outcomeOf, outcomes } from "./outcomes.ts";
export { fieldsOf, refusalOf } from "./refusal.ts";
export type { World } from "./world.ts";

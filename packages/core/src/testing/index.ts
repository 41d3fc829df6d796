export type { AnObject, ObjectWish, WishedVolume } from "./object-wish.ts";
export { openWorld, WORLD_NOW } from "./open-world.ts";
export { outcomeOf, outcomes } from "./outcomes.ts";
export { fieldsOf, refusalOf } from "./refusal.ts";
export type { World } from "./world.ts";

export { type AnObject, type ObjectWish, type WishedVolume } from "./an-object.ts";
export { openWorld, type World, WORLD_NOW } from "./open-world.ts";
export { fieldsOf, refusalOf } from "./refusal.ts";

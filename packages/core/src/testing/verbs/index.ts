export {
  everyStanding,
  prepareWorld,
  type PreparedWorld,
  type Stand,
  type Standing,
  STANDS,
} from "./prepared-world.ts";
export { notificationOf, photoOf } from "./rows.ts";
export { TEST_LINKS } from "./test-links.ts";
export { type Expected, expectedOf, type VerbCase } from "./verb-case.ts";
export { caseOf } from "./verb-cases.ts";

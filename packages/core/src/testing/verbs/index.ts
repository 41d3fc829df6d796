export { ownWorld, prepareWorld, thingsOn } from "./prepare-world.ts";
export { allStandings, type PreparedWorld, type Stand, type Standing, STANDS } from "./prepared-world.ts";
export { notificationOf, photoOf } from "./rows.ts";
export { TEST_LINKS } from "./test-links.ts";
export { type Expected, expectedOf, type VerbCase } from "./verb-case.ts";
export { caseOf, REGISTERED } from "./verb-cases.ts";
export { openForecastScene, underway } from "../../domains/gpr/forecast/testing/forecast-scene.ts";

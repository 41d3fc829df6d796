export * from "./verbs.ts";
export { productionNotices } from "./notices.ts";
export { joinCrew } from "./crew-members.ts";

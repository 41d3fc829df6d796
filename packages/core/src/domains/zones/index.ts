export * from "./verbs.ts";
export { zoneNotices } from "./notices.ts";

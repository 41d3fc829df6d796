export * from "./verbs.ts";
export { productionNotices } from "./notices.ts";

export * from "./verbs.ts";
export { peopleNotices } from "./notices.ts";

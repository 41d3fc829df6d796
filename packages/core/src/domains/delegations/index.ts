export * from "./verbs.ts";
export { delegationNotices } from "./notices.ts";

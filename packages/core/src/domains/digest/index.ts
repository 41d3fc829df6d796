export { morningRow } from "./morning-moments.ts";
export { digestNotices } from "./notices.ts";

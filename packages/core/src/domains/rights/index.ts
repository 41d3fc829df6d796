export { delegationPayload } from "./end-deputyships.ts";
export { ownRights } from "./own-rights.ts";
export { rightsLost } from "./rights-lost.ts";

export { assertStillGives, hasToLend } from "./assert-still-gives.ts";
export { delegationPayload } from "./end-deputyships.ts";
export { lockRights, ownRights } from "./own-rights.ts";
export { rightsLost } from "./rights-lost.ts";

export { createDelegation } from "./create-delegation.ts";
export { createObjectDelegation } from "./create-object-delegation.ts";
export { endDelegation } from "./end-delegation.ts";
export { expireDelegation, findExpiredDelegations } from "./expire-delegation.ts";
export { listDelegations } from "./list-delegations.ts";

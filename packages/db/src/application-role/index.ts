export { ensureLogin, type Login, loginIn } from "./ensure-login.ts";
export { grantRights } from "./grant-rights.ts";
export { APPLICATION_ROLE, LEDGER_STATUS } from "./rights.ts";

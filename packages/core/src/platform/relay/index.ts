export { OUTBOX_CHANNEL } from "../../kernel/index.ts";
export { MOST_ATTEMPTS, type Relayed, relayNext } from "./relay-next.ts";
export type { RelayDeps } from "./told.ts";

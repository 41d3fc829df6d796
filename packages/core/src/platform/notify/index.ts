export { OUTBOX_CHANNEL } from "../../kernel/index.ts";
export {
  type EventsOf,
  type GroupCopy,
  type GroupDrawing,
  NOBODY,
  type Notice,
  type NoticeRegistry,
  type Notices,
  type NotificationCard,
  type NotifyDeps,
  type OutboxEvent,
  type Reader,
} from "./notice.ts";
export { createRedraw } from "./create-redraw.ts";
export { forGroup } from "./for-group.ts";
export { livingCard, viewOf } from "./living-card.ts";
export { namesOf, numberOf, numbersOf, wordsOf } from "./payload.ts";
export { MAX_ATTEMPTS, type RelayDeps, type Relayed, relayNext } from "./relay-next.ts";

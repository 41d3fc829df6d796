export { backoffMs } from "./backoff.ts";
export {
  type ChatHooks,
  createDeliverer,
  type Deliverer,
  type DelivererDeps,
  type Drained,
} from "./deliverer.ts";
export { enqueueDeliveries } from "./enqueue-deliveries.ts";
export { moveChat } from "./move-chat.ts";
export { failedOfWeek, REFUSED_BY_USER } from "./failed/failed-sql.ts";
export { chatScope } from "./telegram-limits.ts";
export type { Redraw, Redrawn } from "./redraw.ts";
export {
  COPY_KEYS,
  DELIVERY_PRIORITIES,
  type DeliveryPriority,
  type NewDelivery,
  type Ring,
  UNTIL_PARAM,
} from "./new-delivery.ts";
// What ringing in browsers judges a message by.
export { insertPushes } from "./browser-rings-sql.ts";
export { chatLockOf } from "./chat-lock.ts";
export { foldTitle, readFold } from "./fold/draw-fold.ts";
export { foldOf } from "./fold/fold-key.ts";
export { heldUntil, type RingWishes } from "./held-until.ts";
export { mayStillRead } from "./may-still-read.ts";
export { instantOf } from "./quiet-hours.ts";
export { ringWishes, wishTables } from "./ring-wishes-sql.ts";
export type { RawTransaction } from "./telegram-limits.ts";

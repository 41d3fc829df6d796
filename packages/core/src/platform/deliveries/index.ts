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
} from "./new-delivery.ts";

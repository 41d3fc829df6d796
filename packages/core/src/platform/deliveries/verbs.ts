export { listFailedDeliveries } from "./failed/list-failed-deliveries.ts";
export { repeatDelivery } from "./failed/repeat-delivery.ts";

import { act, newKey } from "../../../shared/api/request.ts";

export const readAllNotifications = () =>
  act("POST", "/api/notifications/read-all", { body: {}, key: newKey() });

import { act, newKey } from "../../../shared/api/request.ts";

export const readNotification = (id: number) =>
  act("POST", `/api/notifications/${id}/read`, { body: {}, key: newKey() });

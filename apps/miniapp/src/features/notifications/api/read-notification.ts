import type { Notification } from "@stsphera/contracts";
import { newKey } from "../../../shared/api/request.ts";
import { actOrQueue } from "../../../shared/offline/send-or-queue.ts";

/** Marks a notice as read; `line` is what the queue says of it. */
export const readNotification = ({ id, title }: Pick<Notification, "id" | "title">, line: string) =>
  actOrQueue({
    key: newKey(),
    method: "POST",
    path: `/api/notifications/${id}/read`,
    body: {},
    describe: { thing: "mark", title, line, href: null },
  });

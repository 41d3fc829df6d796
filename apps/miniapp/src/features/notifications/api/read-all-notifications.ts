import { newKey } from "../../../shared/api/request.ts";
import { actOrQueue } from "../../../shared/offline/send-or-queue.ts";

export const readAllNotifications = (title: string, line: string) =>
  actOrQueue({
    key: newKey(),
    method: "POST",
    path: "/api/notifications/read-all",
    body: {},
    describe: { thing: "mark", title, line, href: null },
  });

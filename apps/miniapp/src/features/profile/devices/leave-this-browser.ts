import { stopKeeping } from "../../../shared/api/query-client.ts";
import { leaveBrowser } from "../../../shared/api/session.ts";
import { forgetKept } from "../../../shared/browser-person.ts";
import { host } from "../../../shared/telegram/host.ts";

/** Signs out here. What was read leaves with the person; the queue waits for them. */
export function leaveThisBrowser(): void {
  stopKeeping();
  forgetKept(host.userId);
  leaveBrowser();
}

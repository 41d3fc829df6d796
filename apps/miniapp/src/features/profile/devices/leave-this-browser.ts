import { leaveBrowser } from "../../../shared/api/session.ts";
import { host } from "../../../shared/telegram/host.ts";

/** Signs out here. What was read leaves with the person, who may share the computer; the queue waits for them. */
export function leaveThisBrowser(): void {
  const read = `stsphera.read.${host.userId}`;
  for (const key of Object.keys(localStorage)) if (key.startsWith(read)) localStorage.removeItem(key);
  leaveBrowser();
}

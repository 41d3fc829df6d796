import { leaveBrowser } from "../../../shared/api/session.ts";
import { phoneStorage } from "../../../shared/storage.ts";
import { host } from "../../../shared/telegram/host.ts";

/** Signs out here. What was read leaves with the person, who may share the computer; the queue waits for them. */
export function leaveThisBrowser(): void {
  const read = `stsphera.read.${host.userId}`;
  for (const key of Object.keys(phoneStorage ?? {})) if (key.startsWith(read)) phoneStorage?.removeItem(key);
  leaveBrowser();
}

import { isOnline, onConnectionChange } from "../api/connection.ts";
import { onPhone } from "../storage.ts";
import { FLAG, queued } from "./queue-state.ts";

/** What the queue does comes when something is in it. */
const open = () => void import("./queue.ts").then((queue) => queue.sendQueue()).catch(reportError);

/** Opens the queue at the start when something was left in it, and sends it whenever the network returns. */
export function startQueue(): void {
  onConnectionChange(() => {
    if (isOnline() && queued().length > 0) open();
  });
  // Another window of this person has put something in or sent it.
  window.addEventListener("storage", (event) => {
    if (event.key === FLAG) open();
  });
  if ((onPhone.getItem(FLAG) ?? "0") !== "0") open();
}

import { inTab } from "../storage.ts";
import { launchParams } from "./launch-params.ts";
import { createTelegramHost } from "./telegram-host.ts";
import { detectTransport } from "./transport.ts";

/** The host of this window. The launch leaves the address at once: it is kept for the tab and never shared with a link. */
export const host = createTelegramHost(
  detectTransport(window),
  launchParams(window.location.hash, window.location.search, inTab),
);

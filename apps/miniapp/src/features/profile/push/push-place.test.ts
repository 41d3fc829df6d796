import { expect, test } from "vitest";
import { offerOf, type PushPlace } from "./push-place.ts";

const chrome: PushPlace = {
  inTelegram: false,
  hasWorker: true,
  hasPush: true,
  standalone: undefined,
  permission: "default",
};
const mine = { publicKey: "BKey", sessionId: 41 };

test.each([
  ["a browser", {}, {}, "ready"],
  ["a browser that was asked before", { permission: "granted" }, {}, "ready"],
  ["Telegram's window", { inTelegram: true }, {}, "hidden"],
  ["a server that does not ring", {}, { publicKey: null }, "hidden"],
  ["a session by an administrator's link", {}, { sessionId: null }, "hidden"],
  ["a page of iOS", { standalone: false, hasPush: false }, {}, "homescreen"],
  ["the home screen of iOS", { standalone: true }, {}, "ready"],
  ["an old iOS", { standalone: true, hasPush: false }, {}, "unsupported"],
  ["an old browser", { hasPush: false }, {}, "unsupported"],
  ["a private window without workers", { hasWorker: false }, {}, "unsupported"],
  ["a browser whose user said no", { permission: "denied" }, {}, "denied"],
] as const)("%s", (_where, place, more, offer) => {
  expect(offerOf({ ...chrome, ...place }, { ...mine, ...more })).toBe(offer);
});

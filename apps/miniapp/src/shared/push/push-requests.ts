import type { MyPush } from "@stsphera/contracts";
import { act, get, newKey } from "../api/request.ts";

export const getMyPush = (): Promise<MyPush> => get("/api/me/push", (c) => c.myPush);

export const sendBrowser = (sessionId: number, browser: PushSubscription): Promise<void> => {
  const { endpoint, keys = {} } = browser.toJSON();
  const body = { endpoint, p256dh: keys["p256dh"], auth: keys["auth"] };
  return act("POST", `/api/me/sessions/${sessionId}/push`, { body, key: newKey() });
};

export const removeBrowser = (sessionId: number): Promise<void> =>
  act("DELETE", `/api/me/sessions/${sessionId}/push`, { body: {}, key: newKey() });

export const tryBrowser = (sessionId: number): Promise<void> =>
  act("POST", `/api/me/sessions/${sessionId}/push/trials`, { body: {}, key: newKey() });

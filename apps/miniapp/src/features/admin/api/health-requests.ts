import { get, newKey, write } from "../../../shared/api/request.ts";

export const healthKey = ["system", "health"];
export const getHealth = () => get("/api/system/health", (c) => c.systemHealth);

/** Sends a test in every way that alerts take. */
export const testAlerts = () =>
  write("POST", "/api/system/alert-tests", { body: {}, key: newKey() }, (c) => c.alertTested);

export const failedKey = ["system", "failed-messages"];
export const listFailed = (cursor: string | null) =>
  get(
    `/api/system/failed-messages?limit=50${cursor === null ? "" : `&cursor=${cursor}`}`,
    (c) => c.failedDeliveryPage,
  );

export const repeatMessage = (id: number) =>
  write(
    "POST",
    `/api/system/failed-messages/${id}/repeat`,
    { body: {}, key: newKey() },
    (c) => c.repeatedDelivery,
  );

import type { Answer } from "./open-api.ts";
import type { HostileScene } from "./hostile-scene.ts";

export type FactSender = {
  path: string;
  /** A right entry of the day, but for the change. */
  entry(change?: Record<string, unknown>): Record<string, unknown>;
  enter(body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Sends bytes as they are, whole or in the pieces of a stream. */
  sendBytes(body: NonNullable<RequestInit["body"]>): Promise<Response>;
};

/** The foreman at the address that takes entries of the ledger. */
export function factSender({ api, object, foreman }: HostileScene): FactSender {
  const path = `/api/objects/${object.id}/facts`;
  return {
    path,
    entry: (change = {}) => ({
      floorVolumeId: object.cell("Юг", "1", "МОД"),
      date: "2026-09-08",
      quantity: "1",
      ...change,
    }),
    enter: (body, headers = {}) => api.call("POST", path, { as: foreman, body, headers }),
    sendBytes: (body) =>
      fetch(api.url + path, {
        method: "POST",
        headers: { authorization: `Bearer ${api.token(foreman)}`, "content-type": "application/json" },
        body,
        duplex: "half",
      }),
  };
}

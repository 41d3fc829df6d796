import type { Answer } from "./open-api.ts";
import type { HostileScene } from "./hostile-scene.ts";

export type FactSender = {
  path: string;
  /** A valid entry of the day, with the given changes. */
  entry(change?: Record<string, unknown>): Record<string, unknown>;
  enter(body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Sends raw bytes, whole or as a stream. */
  sendBytes(body: NonNullable<RequestInit["body"]>): Promise<Response>;
};

/** Sends requests of the foreman to the endpoint that creates entries. */
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

import { claimedUserId, versionAtLeast, type LaunchParams } from "./launch-params.ts";
import type { Listener, Transport } from "./transport.ts";

/** The one object the app talks to: what the launch said, a way out, and events that come in. */
export type TelegramHost = {
  readonly launch: LaunchParams;
  readonly kind: Transport["kind"];
  readonly userId: string;
  post: (type: string, data?: unknown) => void;
  on: (type: string, listener: (data: unknown) => void) => () => void;
  supports: (version: string) => boolean;
};

/** `person`: whom a browser without Telegram knows. */
export function createTelegramHost(transport: Transport, launch: LaunchParams, person: string): TelegramHost {
  const listeners = new Map<string, Set<(data: unknown) => void>>();
  const dispatch: Listener = ({ type, data }) => {
    for (const listener of listeners.get(type) ?? []) listener(data);
  };
  transport.listen(dispatch);
  return {
    launch,
    kind: transport.kind,
    userId: launch.initData === "" ? person : claimedUserId(launch.initData),
    post: (type, data) => transport.post(type, data),
    on: (type, listener) => {
      const set = listeners.get(type) ?? new Set();
      listeners.set(type, set.add(listener));
      return () => void set.delete(listener);
    },
    supports: (version) => versionAtLeast(launch.version, version),
  };
}

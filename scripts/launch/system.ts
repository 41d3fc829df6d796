import type { Service } from "./service.ts";
import type { ServiceName } from "./services.ts";

/**
 * The running parts in the order of their stop: adapters together, then the sandbox, then the rest in reverse order of
 * start.
 */
export type System = {
  signal: AbortSignal;
  services: Map<ServiceName, Service>;
  onStop(work: () => Promise<void>): void;
  stop(): Promise<void>;
};

const adapterMilliseconds = 4000;
const standInMilliseconds = 1500;

export function createSystem(release: () => void): System {
  const services = new Map<ServiceName, Service>();
  const later: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  let stopped: Promise<void> | undefined;

  const stopAll = async () => {
    stopping.abort(new Error("The start was interrupted."));
    try {
      const all = [...services.values()];
      const stands = all.filter(({ name }) => name === "sandbox" || name === "object-store");
      const adapters = all.filter((service) => !stands.includes(service));
      await Promise.all(adapters.map((service) => service.stop(adapterMilliseconds)));
      await Promise.all(stands.map((service) => service.stop(standInMilliseconds)));
      for (const work of later.toReversed()) await work();
    } finally {
      release();
    }
  };

  return {
    signal: stopping.signal,
    services,
    onStop(work) {
      later.push(work);
    },
    stop: () => (stopped ??= stopAll()),
  };
}

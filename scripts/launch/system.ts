import type { Service } from "./service.ts";
import type { ServiceName } from "./services.ts";

/** The running parts and the order of their end: adapters together, the sandbox, then the rest from last to first. */
export type System = {
  signal: AbortSignal;
  services: Map<ServiceName, Service>;
  onStop(work: () => Promise<void>): void;
  stop(): Promise<void>;
};

const serviceMilliseconds = 4000;
const sandboxMilliseconds = 1500;

export function createSystem(release: () => void): System {
  const services = new Map<ServiceName, Service>();
  const later: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  let stopped: Promise<void> | undefined;

  const stopAll = async () => {
    stopping.abort(new Error("The start was interrupted."));
    try {
      const adapters = [...services.values()].filter((service) => service.name !== "sandbox");
      await Promise.all(adapters.map((service) => service.stop(serviceMilliseconds)));
      await services.get("sandbox")?.stop(sandboxMilliseconds);
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

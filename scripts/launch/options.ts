import type { ServiceName } from "./services.ts";

export type LaunchOptions = {
  portBase: number;
  dataDir: string;
  /** Checkout whose services are started; this one by default. */
  checkout?: string;
  /** Empties the data folder first. */
  fresh?: boolean;
  /** Serves the Mini App through Vite and restarts services when their source changes. */
  dev?: boolean;
  /** Runs the services as production does, from their bundles in infra/dist; else from the sources. */
  bundled?: boolean;
  /** Seeds an empty system with the demo story (default), or leaves it empty. */
  seed?: boolean;
  /** For throw-away data: the database does not wait for the disk. */
  disposable?: boolean;
  /** The caller's settings, which override development's own, DATABASE_URL among them. */
  environment?: NodeJS.ProcessEnv;
  show?: (line: string) => void;
  /** Aborting stops everything started so far. */
  signal?: AbortSignal;
};

type Addresses = {
  miniApp: string;
  api: string;
  bot: string;
  scheduler: string;
  /** Undefined with a real bot token. */
  sandbox: string | undefined;
  objectStore: string;
  /** The owner's address; the services' own is in `environment`. */
  databaseUrl: string;
};

export type Launched = {
  addresses: Addresses;
  /** Environment of the services, secrets included. */
  environment: Record<string, string>;
  dataDir: string;
  pid(name: ServiceName): number | undefined;
  /** Ends a service like a crash; it is restarted. */
  kill(name: ServiceName, signal: NodeJS.Signals): void;
  /** Stops everything in order within 10 s; data is kept. */
  stop(): Promise<void>;
};

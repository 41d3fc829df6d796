import type { ServiceName } from "./services.ts";

export type LaunchOptions = {
  portBase: number;
  dataDir: string;
  /** Whose services are started; by default those of this checkout. */
  checkout?: string;
  /** Empty the data folder first. */
  fresh?: boolean;
  /** Mini App through Vite, services restarted when their source changes. */
  dev?: boolean;
  /** Fill an empty system with the demo story (default) or leave it empty. */
  seed?: boolean;
  /** Throw-away data: the database does not wait for the disk. */
  disposable?: boolean;
  /** Settings of the caller that win over development's own, DATABASE_URL among them. */
  environment?: NodeJS.ProcessEnv;
  show?: (line: string) => void;
  /** Aborting stops whatever has been started. */
  signal?: AbortSignal;
};

type Addresses = {
  miniApp: string;
  api: string;
  bot: string;
  scheduler: string;
  /** Absent when a real bot token is used. */
  sandbox: string | undefined;
  objectStore: string;
  /** The owner's; the services' own stands in the environment. */
  databaseUrl: string;
};

export type Launched = {
  addresses: Addresses;
  /** What the services were given, secrets included. */
  environment: Record<string, string>;
  dataDir: string;
  pid(name: ServiceName): number | undefined;
  /** Ends a service as a crash would; it comes back by itself. */
  kill(name: ServiceName, signal: NodeJS.Signals): void;
  /** Stops everything, in order, within 10 s; the data stays. */
  stop(): Promise<void>;
};

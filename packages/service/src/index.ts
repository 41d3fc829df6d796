export { type Names, readEnvironment } from "./environment.ts";
export { createHealth, type Watched } from "./health.ts";
export { createLogger, type Logger, type LogOptions } from "./logger.ts";
export { createProcessMetrics, type Exposition } from "./metrics.ts";
export { certificateExpiry, createProbes, type ProbeOptions, type Probes } from "./probes.ts";
export { type RunningServer, startServer } from "./server.ts";
export {
  listed,
  processSettings,
  type ProcessSettings,
  processShape,
  publicUrl,
  required,
  storageSettings,
  type StorageSettings,
  storageShape,
  telegramApiRoot,
  telegramIds,
} from "./settings.ts";
export { createStoreWatch, type StoreState } from "./store-watch.ts";
export { onStopSignal } from "./stop.ts";
export { secretsInUrl } from "./strike.ts";

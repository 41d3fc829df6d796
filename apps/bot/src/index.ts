export { createIngest, type Ingest, type IngestDeps } from "./ingest/create-ingest.ts";

// The store of backups, at another provider: the sandbox's object store behind HTTPS.
// Needs DRILL_HOME, DRILL_ADDRESS and the BACKUP_S3_ settings of the host; ends with SIGTERM.
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { createMemoryClock } from "../../../packages/sandbox/src/clock/memory-clock.ts";
import { ObjectStore } from "../../../packages/sandbox/src/store/object-store.ts";
import { home, settings } from "../support/system.ts";

const given = settings();
const setting = (name: string): string => {
  const value = given[name];
  if (!value) throw new Error(`${name} is not set on the host.`);
  return value;
};

const store = new ObjectStore({
  folder: join(home, "second-store"),
  bucket: setting("BACKUP_S3_BUCKET"),
  keys: { accessKey: setting("BACKUP_S3_ACCESS_KEY"), secretKey: setting("BACKUP_S3_SECRET_KEY") },
  clock: createMemoryClock(),
  onError: (error) => console.error("second store:", error),
});
const server = createServer(
  { cert: readFileSync(join(home, "ca/server.pem")), key: readFileSync(join(home, "ca/server.key")) },
  (request, response) => {
    store.handle(request, response).catch((error: Error) => response.destroy(error));
  },
);
server.requestTimeout = 0;
server.listen(9443, process.env["DRILL_ADDRESS"]);
process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});
console.log("second store: ready");

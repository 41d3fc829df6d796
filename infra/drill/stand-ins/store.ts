// "weed server" of the drill: the sandbox's object store, with the arguments and the key file of the real one.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createMemoryClock } from "../../../packages/sandbox/src/clock/memory-clock.ts";
import { ObjectStore } from "../../../packages/sandbox/src/store/object-store.ts";

const argument = (name: string): string => {
  const given = process.argv.find((word) => word.startsWith(`-${name}=`));
  if (given === undefined) throw new Error(`weed server was started without -${name}`);
  return given.slice(name.length + 2);
};

type Keys = { identities: { credentials: { accessKey: string; secretKey: string }[] }[] };
const { identities } = JSON.parse(readFileSync(argument("s3.config"), "utf8")) as Keys;
const keys = identities[0]?.credentials[0];
if (keys === undefined) throw new Error("the key file names no keys");

const store = new ObjectStore({
  folder: argument("dir"),
  bucket: "stsphera",
  keys,
  clock: createMemoryClock(),
  onError: (error) => console.error("store:", error),
});

// SeaweedFS 3.97 ignores the checksum of a plain upload.
store.lax = true;

const server = createServer((request, response) => {
  if (request.url === "/status") response.end("ready");
  else store.handle(request, response).catch((error: Error) => response.destroy(error));
});
// What would be reached without a key stays inside the container.
if (argument("ip.bind") !== "127.0.0.1") throw new Error("the store would listen without keys to everybody");
server.listen(Number(argument("s3.port")), argument("s3.ip.bind"));
process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
});

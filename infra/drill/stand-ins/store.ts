// "weed server" of the drill: the sandbox's object store, with the arguments and the key file of the real one.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createSandbox } from "@stsphera/sandbox";

const argument = (name: string): string => {
  const given = process.argv.find((word) => word.startsWith(`-${name}=`));
  if (given === undefined) throw new Error(`weed server was started without -${name}`);
  return given.slice(name.length + 2);
};

type Keys = { identities: { credentials: { accessKey: string; secretKey: string }[] }[] };
const { identities } = JSON.parse(readFileSync(argument("s3.config"), "utf8")) as Keys;
const keys = identities[0]?.credentials[0];
if (keys === undefined) throw new Error("the key file names no keys");

const sandbox = createSandbox({
  dataDir: argument("dir"),
  botToken: "7000000001:AA-nobody-answers-to-this-token-here",
  botUsername: "stsphera_bot",
  appShortName: "app",
  miniAppUrl: "https://app.drill.test",
  s3: { bucket: "stsphera", ...keys },
});

const server = createServer((request, response) => {
  if (request.url === "/status") response.end("ready");
  else sandbox.objectStore.handle(request, response).catch((error: Error) => response.destroy(error));
});
server.listen(Number(argument("s3.port")), "0.0.0.0");
process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
  void sandbox.close();
});

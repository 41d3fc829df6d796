// Telegram of the drill: the sandbox behind HTTPS, with its control API on loopback.
// Needs DRILL_HOME, DRILL_ADDRESS and TELEGRAM_BOT_TOKEN; ends with SIGTERM.
import { readFileSync } from "node:fs";
import { request as ask } from "node:http";
import { createServer } from "node:https";
import { join } from "node:path";
import { createSandbox } from "@stsphera/sandbox";

const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
};
const folder = given("DRILL_HOME");

const sandbox = createSandbox({
  dataDir: join(folder, "telegram"),
  botToken: given("TELEGRAM_BOT_TOKEN"),
  botUsername: "drill_sphera_bot",
  appShortName: "app",
  miniAppUrl: "https://app.drill.test",
  s3: { bucket: "unused", accessKey: "unused-key", secretKey: "unused-secret" },
  onError: (error) => console.error("telegram:", error),
});
await sandbox.start({ port: 8480, s3Port: 8481 });
const server = createServer(
  { cert: readFileSync(join(folder, "ca/server.pem")), key: readFileSync(join(folder, "ca/server.key")) },
  (request, response) => {
    const { method, url, headers } = request;
    const onward = ask({ host: "127.0.0.1", port: 8480, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  },
);
server.requestTimeout = 0;
server.listen(8443, given("DRILL_ADDRESS"));
process.once("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
  void sandbox.close();
});
console.log("telegram: ready");

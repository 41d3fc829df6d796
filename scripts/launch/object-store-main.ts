// The sandbox's object store without its Telegram: for a bot with a real token.
import { createServer, type RequestListener } from "node:http";
import { createSandbox } from "@stsphera/sandbox";
import { listenOnLoopback } from "../front-door/listen.ts";

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
};

const sandbox = createSandbox({
  dataDir: required("SANDBOX_DATA"),
  botToken: "7000000001:AA-nobody-answers-to-this-token-here",
  botUsername: "stsphera_bot",
  appShortName: "app",
  miniAppUrl: required("PUBLIC_URL"),
  s3: {
    bucket: required("S3_BUCKET"),
    accessKey: required("S3_ACCESS_KEY"),
    secretKey: required("S3_SECRET_KEY"),
  },
});

const answer: RequestListener = (request, response) => {
  if (request.url === "/readyz") {
    response.end("ready");
    return;
  }
  sandbox.objectStore.handle(request, response).catch((error: Error) => response.destroy(error));
};

const servers: [ReturnType<typeof createServer>, ReturnType<typeof createServer>] = [
  createServer(answer),
  createServer(answer),
];
await listenOnLoopback(servers, Number(required("PORT")));
process.once("SIGTERM", () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  void sandbox.close();
});

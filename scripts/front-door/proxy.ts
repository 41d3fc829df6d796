import { Agent, type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import { createGzip } from "node:zlib";
import { compressedHeaders, isCompressed } from "./compressed.ts";

const hopByHop = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function forwardedHeaders(request: IncomingMessage): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !hopByHop.includes(name)) headers[name] = value;
  }
  // Keeps the client's Content-Length; without one the body is sent in chunks.
  if (request.headers["transfer-encoding"]) headers["transfer-encoding"] = "chunked";
  headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  headers["x-forwarded-proto"] = "http";
  headers["x-forwarded-host"] = request.headers.host ?? "";
  return headers;
}

function answerUnavailable(response: ServerResponse, error: NodeJS.ErrnoException): void {
  if (response.headersSent) {
    response.destroy(error);
    return;
  }
  const away = error.code === "ECONNREFUSED";
  const body = JSON.stringify({
    error: {
      code: "unavailable",
      message: away ? "The service is not running at the moment." : "The service broke off its answer.",
    },
  });
  response.writeHead(away ? 503 : 502, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Retry-After": "1",
    Connection: "close",
  });
  response.end(body);
}

/** Forwards a request to `origin` and streams its answer back. */
export function proxy(origin: string, request: IncomingMessage, response: ServerResponse): void {
  const { hostname, port } = new URL(origin);
  const upstream = httpRequest({
    agent,
    hostname,
    port,
    method: request.method,
    path: request.url,
    headers: forwardedHeaders(request),
  });
  upstream.on("response", (answer) => {
    const headers = Object.fromEntries(
      Object.entries(answer.headers).filter(([name]) => !hopByHop.includes(name)),
    );
    const packs = isCompressed(request, answer);
    const sent = packs ? compressedHeaders(headers) : headers;
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, sent);
    response.flushHeaders();
    answer.on("error", (error) => response.destroy(error));
    if (packs) answer.pipe(createGzip()).pipe(response);
    else answer.pipe(response);
  });
  upstream.on("error", (error) => answerUnavailable(response, error));
  response.on("close", () => {
    if (!response.writableFinished) upstream.destroy();
  });
  request.pipe(upstream);
}

import type { IncomingMessage, ServerResponse } from "node:http";

const exposed = [
  "ETag",
  "Content-Length",
  "Content-Range",
  "Accept-Ranges",
  "Last-Modified",
  "x-amz-request-id",
  "x-amz-checksum-crc32",
  "x-amz-checksum-sha256",
];

/** Allows pages of any origin, because the store is local. True when the request was a preflight. */
export function applyCors(request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
  response.setHeader("Access-Control-Expose-Headers", exposed.join(", "));
  const method = request.headers["access-control-request-method"];
  if (request.method !== "OPTIONS" || method === undefined) return false;
  response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, PUT, POST, DELETE");
  response.setHeader("Access-Control-Max-Age", "600");
  const headers = request.headers["access-control-request-headers"];
  if (headers !== undefined) response.setHeader("Access-Control-Allow-Headers", headers);
  response.writeHead(200).end();
  return true;
}

import { createReadStream } from "node:fs";
import type { ObjectMeta } from "../bucket.ts";
import { headerOf, type S3Request } from "../request.ts";
import type { S3Response } from "../response.ts";
import { S3Error } from "../s3-error.ts";
import { bucketOf, type Context } from "./context.ts";

const overrides = [
  "content-type",
  "content-language",
  "expires",
  "cache-control",
  "content-disposition",
  "content-encoding",
];

/** GetObject and HeadObject. */
export async function getObject(context: Context): Promise<S3Response> {
  const { request } = context;
  const bucket = bucketOf(context);
  const meta = bucket.get(request.key);
  if (!meta) throw new S3Error("NoSuchKey", "The specified key does not exist.", { Key: request.key });
  const headers = objectHeaders(request, meta);
  if (unchanged(request, meta)) return { status: 304, headers: { etag: headers["etag"] ?? "" } };
  const range = readRange(headerOf(request, "range"), meta.size);
  const { start, end } = range ?? { start: 0, end: meta.size - 1 };
  headers["content-length"] = String(end - start + 1);
  if (range) headers["content-range"] = `bytes ${start}-${end}/${meta.size}`;
  else if (meta.checksum && headerOf(request, "x-amz-checksum-mode")?.toUpperCase() === "ENABLED") {
    headers[meta.checksum.name] = meta.checksum.value;
  }
  const status = range ? 206 : 200;
  if (request.method === "HEAD" || meta.size === 0) return { status, headers };
  return { status, headers, body: createReadStream(bucket.blobPath(meta.blob), { start, end }) };
}

function objectHeaders(request: S3Request, meta: ObjectMeta): Record<string, string> {
  const headers: Record<string, string> = {
    ...meta.headers,
    etag: `"${meta.etag}"`,
    "last-modified": new Date(meta.lastModified).toUTCString(),
    "accept-ranges": "bytes",
  };
  for (const name of overrides) {
    const value = request.query.get(`response-${name}`);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

/** True for a 304; a failed If-Match is an error. */
function unchanged(request: S3Request, meta: ObjectMeta): boolean {
  const matches = (value: string) =>
    value === "*" || value.split(",").some((tag) => tag.trim() === `"${meta.etag}"`);
  const ifMatch = headerOf(request, "if-match");
  if (ifMatch !== undefined && !matches(ifMatch)) {
    throw new S3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
  }
  const ifNoneMatch = headerOf(request, "if-none-match");
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch);
  const since = headerOf(request, "if-modified-since");
  return since !== undefined && Math.floor(Date.parse(meta.lastModified) / 1000) * 1000 <= Date.parse(since);
}

function readRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  const [, from = "", to = ""] = match;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size || start > end) {
    throw new S3Error("InvalidRange", "The requested range is not satisfiable", {
      ActualObjectSize: String(size),
    });
  }
  return { start, end };
}

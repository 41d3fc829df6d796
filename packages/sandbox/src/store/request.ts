import type { IncomingMessage } from "node:http";
import { S3Error } from "./s3-error.ts";

/** A parsed S3 request in path style. */
export type S3Request = {
  method: string;
  /** The decoded path, `/bucket/key`. */
  path: string;
  bucket: string;
  key: string;
  query: ReadonlyMap<string, string>;
  /** Decoded query pairs in their original order, for the signature. */
  pairs: readonly [string, string][];
  headers: IncomingMessage["headers"];
  incoming: IncomingMessage;
};

export function parseRequest(incoming: IncomingMessage): S3Request {
  const [rawPath = "/", rawQuery = ""] = splitOnce(incoming.url ?? "/", "?");
  const path = decode(rawPath);
  const [bucket = "", key = ""] = splitOnce(path.slice(1), "/");
  const pairs = rawQuery
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair): [string, string] => {
      const [name = "", value = ""] = splitOnce(pair, "=");
      return [decode(name), decode(value)];
    });
  const { method = "GET", headers } = incoming;
  return { method, path, bucket, key, query: new Map(pairs), pairs, headers, incoming };
}

/** A header's value; refuses repeated headers. */
export function headerOf(request: S3Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

/** An `x-amz-…` value from the header, or from the query of a presigned link. */
export function amzValue(request: S3Request, name: string): string | undefined {
  const header = headerOf(request, name);
  if (header !== undefined || !request.query.has("X-Amz-Signature")) return header;
  return request.pairs.find(([pair]) => pair.toLowerCase() === name)?.[1];
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new S3Error("InvalidArgument", "The request's address is not encoded properly");
  }
}

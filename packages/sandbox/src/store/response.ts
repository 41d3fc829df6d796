import type { Readable } from "node:stream";

/** An answer of the store. */
export type S3Response = {
  status: number;
  headers?: Record<string, string>;
  body?: string | Readable;
};

export function xmlResponse(body: string, status = 200): S3Response {
  return { status, headers: { "content-type": "application/xml" }, body };
}

export const noContent: S3Response = { status: 204 };

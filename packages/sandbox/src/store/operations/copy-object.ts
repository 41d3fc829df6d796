import { copyFile } from "node:fs/promises";
import { headerOf } from "../request.ts";
import { xmlResponse, type S3Response } from "../response.ts";
import { S3Error } from "../s3-error.ts";
import { xmlDocument } from "../xml.ts";
import { bucketOf, type Context } from "./context.ts";
import { keptHeaders } from "./object-headers.ts";

/** CopyObject, within the store. */
export async function copyObject(context: Context): Promise<S3Response> {
  const { request, buckets, now } = context;
  const target = bucketOf(context);
  const source = decodeURIComponent(headerOf(request, "x-amz-copy-source") ?? "").replace(/^\//, "");
  const slash = source.indexOf("/");
  const bucket = buckets.get(source.slice(0, slash));
  if (!bucket) throw new S3Error("NoSuchBucket", "The specified bucket does not exist");
  const meta = bucket.get(source.slice(slash + 1));
  if (!meta)
    throw new S3Error("NoSuchKey", "The specified key does not exist.", { Key: source.slice(slash + 1) });
  const replace = headerOf(request, "x-amz-metadata-directive") === "REPLACE";
  if (!replace && bucket === target && meta.key === request.key) {
    throw new S3Error(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata.",
    );
  }
  const blob = target.newBlob();
  await copyFile(bucket.blobPath(meta.blob), target.blobPath(blob));
  const lastModified = now().toISOString();
  const headers = replace ? keptHeaders(request) : meta.headers;
  await target.put({ ...meta, key: request.key, lastModified, headers, blob });
  return xmlResponse(xmlDocument("CopyObjectResult", { LastModified: lastModified, ETag: `"${meta.etag}"` }));
}

import type { ObjectMeta } from "../bucket.ts";
import { xmlResponse, type S3Response } from "../response.ts";
import { S3Error, notImplemented } from "../s3-error.ts";
import { xmlDocument } from "../xml.ts";
import { bucketOf, type Context } from "./context.ts";

const longestPage = 1000;

/** ListObjectsV2. */
export async function listObjects(context: Context): Promise<S3Response> {
  const { query } = context.request;
  const bucket = bucketOf(context);
  if (query.get("list-type") !== "2") throw notImplemented("ListObjects version 1");
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const limit = pageSize(query.get("max-keys"));
  const token = query.get("continuation-token");
  const after =
    token === undefined ? (query.get("start-after") ?? "") : Buffer.from(token, "base64url").toString("utf8");
  const encode = query.get("encoding-type") === "url" ? encodeURIComponent : (text: string) => text;

  const { objects, prefixes, last, more } = page(bucket.sorted(), { prefix, delimiter, after, limit });
  return xmlResponse(
    xmlDocument("ListBucketResult", {
      Name: bucket.name,
      Prefix: encode(prefix),
      ...(delimiter ? { Delimiter: encode(delimiter) } : {}),
      MaxKeys: limit,
      KeyCount: objects.length + prefixes.length,
      IsTruncated: more,
      ...(query.has("encoding-type") ? { EncodingType: "url" } : {}),
      ...(token === undefined ? {} : { ContinuationToken: token }),
      ...(more ? { NextContinuationToken: Buffer.from(last).toString("base64url") } : {}),
      Contents: objects.map((meta) => ({
        Key: encode(meta.key),
        LastModified: meta.lastModified,
        ETag: `"${meta.etag}"`,
        Size: meta.size,
        StorageClass: "STANDARD",
      })),
      CommonPrefixes: prefixes.map((common) => ({ Prefix: encode(common) })),
    }),
  );
}

function pageSize(text: string | undefined): number {
  const limit = text === undefined ? longestPage : Number(text);
  if (!Number.isInteger(limit) || limit < 0)
    throw new S3Error("InvalidArgument", "Provided max-keys not an integer or within integer range");
  return Math.min(limit, longestPage);
}

type Cut = { prefix: string; delimiter: string; after: string; limit: number };
type Page = { objects: ObjectMeta[]; prefixes: string[]; last: string; more: boolean };

function page(sorted: ObjectMeta[], { prefix, delimiter, after, limit }: Cut): Page {
  const result: Page = { objects: [], prefixes: [], last: after, more: false };
  for (const meta of sorted) {
    if (!meta.key.startsWith(prefix) || Buffer.compare(Buffer.from(meta.key), Buffer.from(after)) <= 0)
      continue;
    const end = delimiter ? meta.key.indexOf(delimiter, prefix.length) : -1;
    const common = end < 0 ? undefined : meta.key.slice(0, end + delimiter.length);
    if (common !== undefined && (common === result.prefixes.at(-1) || common === after)) continue;
    if (common !== undefined && after.startsWith(common)) continue;
    if (result.objects.length + result.prefixes.length >= limit) return { ...result, more: limit > 0 };
    if (common === undefined) result.objects.push(meta);
    else result.prefixes.push(common);
    result.last = common ?? meta.key;
  }
  return result;
}

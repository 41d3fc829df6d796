import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Bucket } from "../bucket.ts";
import { receiveInto, receiveText } from "../body/receive.ts";
import { noContent, xmlResponse, type S3Response } from "../response.ts";
import { S3Error, notImplemented } from "../s3-error.ts";
import { elementsOf, textOf, xmlDocument } from "../xml.ts";
import { bucketOf, type Context } from "./context.ts";
import { keptHeaders } from "./object-headers.ts";

type Upload = { key: string; headers: Record<string, string> };
type Part = { number: number; etag: string; size: number };

const smallestPart = 5 * 1024 * 1024;
const uploadFile = "upload.json";

/** CreateMultipartUpload. */
export async function createUpload(context: Context): Promise<S3Response> {
  const { request } = context;
  const bucket = bucketOf(context);
  const uploadId = randomBytes(24).toString("hex");
  const upload: Upload = { key: request.key, headers: keptHeaders(request) };
  await mkdir(bucket.uploadPath(uploadId), { recursive: true });
  await writeFile(join(bucket.uploadPath(uploadId), uploadFile), JSON.stringify(upload));
  const result = { Bucket: bucket.name, Key: request.key, UploadId: uploadId };
  return xmlResponse(xmlDocument("InitiateMultipartUploadResult", result));
}

/** UploadPart. */
export async function uploadPart(context: Context): Promise<S3Response> {
  const { request, signed } = context;
  if (request.headers["x-amz-copy-source"] !== undefined) throw notImplemented("UploadPartCopy");
  const { folder } = await openUpload(context);
  const number = Number(request.query.get("partNumber"));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new S3Error("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
  }
  const draft = `${randomBytes(8).toString("hex")}.part`;
  const { sums, checksum } = await receiveInto(join(folder, draft), request, signed);
  const etag = sums.md5.toString("hex");
  await writeFile(join(folder, `${number}.json`), JSON.stringify({ etag, size: sums.size, file: draft }));
  return {
    status: 200,
    headers: { etag: `"${etag}"`, ...(checksum ? { [checksum.name]: checksum.value } : {}) },
  };
}

/** CompleteMultipartUpload. */
export async function completeUpload(context: Context): Promise<S3Response> {
  const { request, signed, now } = context;
  const { bucket, folder, upload } = await openUpload(context);
  const xml = await receiveText(request, signed);
  const asked = elementsOf(xml, "Part").map((part) => ({
    number: Number(textOf(part, "PartNumber")),
    etag: (textOf(part, "ETag") ?? "").replaceAll('"', ""),
  }));
  const parts = await chosenParts(folder, asked);
  const blob = bucket.newBlob();
  await pipeline(Readable.from(bytesOf(folder, parts)), createWriteStream(bucket.blobPath(blob)));
  const digest = createHash("md5").update(Buffer.from(parts.map((part) => part.etag).join(""), "hex"));
  const etag = `${digest.digest("hex")}-${parts.length}`;
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  await bucket.put({
    key: upload.key,
    size,
    etag,
    lastModified: now().toISOString(),
    headers: upload.headers,
    blob,
  });
  await rm(folder, { recursive: true, force: true });
  const result = {
    Location: `/${bucket.name}/${upload.key}`,
    Bucket: bucket.name,
    Key: upload.key,
    ETag: `"${etag}"`,
  };
  return xmlResponse(xmlDocument("CompleteMultipartUploadResult", result));
}

/** AbortMultipartUpload. */
export async function abortUpload(context: Context): Promise<S3Response> {
  const { folder } = await openUpload(context);
  await rm(folder, { recursive: true, force: true });
  return noContent;
}

/** ListParts. */
export async function listParts(context: Context): Promise<S3Response> {
  const { bucket, folder, upload } = await openUpload(context);
  const parts = [...(await partsOf(folder)).values()].toSorted((a, b) => a.number - b.number);
  return xmlResponse(
    xmlDocument("ListPartsResult", {
      Bucket: bucket.name,
      Key: upload.key,
      UploadId: context.request.query.get("uploadId") ?? "",
      IsTruncated: false,
      Part: parts.map(({ number, etag, size }) => ({ PartNumber: number, ETag: `"${etag}"`, Size: size })),
    }),
  );
}

async function openUpload(context: Context): Promise<{ bucket: Bucket; folder: string; upload: Upload }> {
  const bucket = bucketOf(context);
  const uploadId = context.request.query.get("uploadId") ?? "";
  const missing = new S3Error("NoSuchUpload", "The specified multipart upload does not exist.", {
    UploadId: uploadId,
  });
  if (!/^[0-9a-f]{48}$/.test(uploadId)) throw missing;
  const folder = bucket.uploadPath(uploadId);
  try {
    const upload = JSON.parse(await readFile(join(folder, uploadFile), "utf8")) as Upload;
    if (upload.key !== context.request.key) throw missing;
    return { bucket, folder, upload };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw missing;
    throw error;
  }
}

type StoredPart = Part & { file: string };

async function partsOf(folder: string): Promise<Map<number, StoredPart>> {
  const names = (await readdir(folder)).filter((name) => /^\d+\.json$/.test(name));
  const entries = await Promise.all(
    names.map(async (name): Promise<[number, StoredPart]> => {
      const number = Number.parseInt(name, 10);
      const stored = JSON.parse(await readFile(join(folder, name), "utf8")) as Omit<StoredPart, "number">;
      return [number, { number, ...stored }];
    }),
  );
  return new Map(entries);
}

async function chosenParts(folder: string, asked: { number: number; etag: string }[]): Promise<StoredPart[]> {
  if (asked.length === 0) throw new S3Error("MalformedXML", "The XML you provided was not well-formed");
  if (asked.some((part, index) => index > 0 && part.number <= (asked[index - 1]?.number ?? 0))) {
    throw new S3Error("InvalidPartOrder", "The list of parts was not in ascending order.");
  }
  const stored = await partsOf(folder);
  return asked.map(({ number, etag }, index) => {
    const part = stored.get(number);
    if (!part || part.etag !== etag) {
      throw new S3Error("InvalidPart", "One or more of the specified parts could not be found.", {
        PartNumber: String(number),
      });
    }
    if (index < asked.length - 1 && part.size < smallestPart) {
      throw new S3Error("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }
    return part;
  });
}

async function* bytesOf(folder: string, parts: StoredPart[]): AsyncIterable<Buffer> {
  for (const part of parts) yield* createReadStream(join(folder, part.file));
}

import { open } from "node:fs/promises";
import { amzValue, headerOf, type S3Request } from "../request.ts";
import { S3Error } from "../s3-error.ts";
import type { Signed } from "../signature/verify.ts";
import { decodeChunks } from "./aws-chunked.ts";
import { BodySums, checkChecksum, type Checksum, type FinishedSums } from "./checksums.ts";

export type Received = { sums: FinishedSums; checksum: Checksum | undefined };

/** Writes a request's body into a file and checks every checksum sent with it, unless the store is lax. */
export async function receiveInto(
  path: string,
  request: S3Request,
  signed: Signed,
  { lax }: { lax: boolean } = { lax: false },
): Promise<Received> {
  const trailers = new Map<string, string>();
  const sums = new BodySums();
  const file = await open(path, "w");
  try {
    for await (const piece of bodyOf(request, signed, trailers)) {
      sums.update(piece);
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  const finished = sums.finish();
  return lax ? { sums: finished, checksum: undefined } : check(request, signed, trailers, finished);
}

/** A small body, such as the XML of a request, as text. */
export async function receiveText(request: S3Request, signed: Signed): Promise<string> {
  const trailers = new Map<string, string>();
  const sums = new BodySums();
  const pieces: Buffer[] = [];
  for await (const piece of bodyOf(request, signed, trailers)) {
    sums.update(piece);
    if (sums.size > 2 * 1024 * 1024) throw new S3Error("MalformedXML", "The XML you provided is too long");
    pieces.push(piece);
  }
  check(request, signed, trailers, sums.finish());
  return Buffer.concat(pieces).toString("utf8");
}

function bodyOf(request: S3Request, signed: Signed, trailers: Map<string, string>): AsyncIterable<Buffer> {
  const raw = request.incoming as AsyncIterable<Buffer>;
  return signed.payload.startsWith("STREAMING-") ? decodeChunks(raw, signed, trailers) : raw;
}

function check(
  request: S3Request,
  signed: Signed,
  trailers: Map<string, string>,
  sums: FinishedSums,
): Received {
  const length = headerOf(request, "x-amz-decoded-content-length");
  if (length !== undefined && Number(length) !== sums.size) {
    throw new S3Error(
      "IncompleteBody",
      "You did not provide the number of bytes specified by x-amz-decoded-content-length",
    );
  }
  if (/^[0-9a-f]{64}$/.test(signed.payload) && signed.payload !== sums.sha256Hex) {
    throw new S3Error(
      "XAmzContentSHA256Mismatch",
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
  const md5 = headerOf(request, "content-md5");
  if (md5 !== undefined && md5 !== sums.md5.toString("base64")) {
    throw new S3Error("BadDigest", "The Content-MD5 you specified did not match what we received.");
  }
  return { sums, checksum: checkChecksum([...checksumValues(request), ...trailers], sums) };
}

function checksumValues(request: S3Request): [string, string][] {
  const names = new Set([
    ...Object.keys(request.headers),
    ...request.pairs.map(([name]) => name.toLowerCase()),
  ]);
  return [...names]
    .filter((name) => name.startsWith("x-amz-checksum-"))
    .flatMap((name): [string, string][] => {
      const value = amzValue(request, name);
      return value === undefined ? [] : [[name, value]];
    });
}

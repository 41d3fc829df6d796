import { createHash } from "node:crypto";
import { S3Error } from "../s3-error.ts";
import { hmac, scopeText, sha256Hex } from "../signature/canonical.ts";
import type { Signed } from "../signature/verify.ts";
import { ByteReader } from "./byte-reader.ts";

const emptySha256 = sha256Hex("");

/**
 * Decodes an `aws-chunked` body: yields the data and stores trailing headers in `trailers`. Chunks of a
 * `STREAMING-AWS4-HMAC-SHA256-PAYLOAD` body are signed, each over the previous one, and so is the trailer.
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  signed: Signed,
  trailers: Map<string, string>,
): AsyncIterable<Buffer> {
  const reader = new ByteReader(source);
  const checksSignatures = signed.payload.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
  let previous = signed.signature;
  for (;;) {
    const { size, signature } = readHead(await reader.line());
    const hash = createHash("sha256");
    for await (const piece of reader.bytes(size)) {
      hash.update(piece);
      yield piece;
    }
    if (checksSignatures) {
      const text = [
        "AWS4-HMAC-SHA256-PAYLOAD",
        signed.amzDate,
        scopeText(signed.scope),
        previous,
        emptySha256,
      ];
      previous = expectSignature(signed, [...text, hash.digest("hex")], signature);
    }
    if (size === 0) break;
    if ((await reader.line()) !== "") throw new S3Error("IncompleteBody", "A chunk is longer than it says");
  }
  if (signed.payload.endsWith("-TRAILER")) await readTrailers(reader, signed, previous, trailers);
}

function readHead(line: string): { size: number; signature: string } {
  const match = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(line);
  if (!match?.[1]) throw new S3Error("IncompleteBody", "A chunk's head cannot be read");
  return { size: Number.parseInt(match[1], 16), signature: match[2] ?? "" };
}

async function readTrailers(
  reader: ByteReader,
  signed: Signed,
  previous: string,
  trailers: Map<string, string>,
): Promise<void> {
  let text = "";
  for (let line = await reader.line(); line !== ""; line = await reader.line()) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === "x-amz-trailer-signature") {
      const parts = [
        "AWS4-HMAC-SHA256-TRAILER",
        signed.amzDate,
        scopeText(signed.scope),
        previous,
        sha256Hex(text),
      ];
      expectSignature(signed, parts, value);
    } else {
      trailers.set(name, value);
      text += `${name}:${value}\n`;
    }
  }
}

function expectSignature(signed: Signed, parts: readonly string[], given: string): string {
  const expected = hmac(signed.key, parts.join("\n")).toString("hex");
  if (expected === given) return expected;
  throw new S3Error("SignatureDoesNotMatch", "The signature of a chunk does not match.", {
    SignatureProvided: given,
  });
}

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hmac, sha256Hex, signingKey } from "../signature/canonical.ts";
import type { Signed } from "../signature/verify.ts";
import { decodeChunks } from "./aws-chunked.ts";

const scope = { date: "20260915", region: "us-east-1", service: "s3" };
const key = signingKey("secret", scope);
const amzDate = "20260915T070000Z";
const signed = (payload: string): Signed => ({ payload, amzDate, scope, key, signature: "seed" });

/** A body in signed chunks, as a client sends it. */
function encode(chunks: readonly string[]): Buffer {
  let previous = "seed";
  return Buffer.concat(
    [...chunks, ""].map((chunk) => {
      const hash = createHash("sha256").update(chunk).digest("hex");
      const parts = [
        "AWS4-HMAC-SHA256-PAYLOAD",
        amzDate,
        "20260915/us-east-1/s3/aws4_request",
        previous,
        sha256Hex(""),
        hash,
      ];
      previous = hmac(key, parts.join("\n")).toString("hex");
      return Buffer.from(
        `${Buffer.byteLength(chunk).toString(16)};chunk-signature=${previous}\r\n${chunk}\r\n`,
      );
    }),
  );
}

async function* inPieces(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decode(
  bytes: Buffer,
  payload: string,
  size = 7,
): Promise<{ text: string; trailers: Map<string, string> }> {
  const trailers = new Map<string, string>();
  const pieces: Buffer[] = [];
  for await (const piece of decodeChunks(inPieces(bytes, size), signed(payload), trailers))
    pieces.push(piece);
  return { text: Buffer.concat(pieces).toString(), trailers };
}

describe("aws-chunked bodies", () => {
  const payload = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

  it.each([1, 7, 4096])("decodes signed chunks cut every %i bytes", async (size) => {
    const { text } = await decode(encode(["стекло", "алюминий"]), payload, size);
    expect(text).toBe("стеклоалюминий");
  });

  it("refuses a changed byte and a missing end", async () => {
    const bytes = encode(["стекло"]);
    const changed = Buffer.from(bytes.toString("latin1").replace("\xd1\x81", "\xd1\x82"), "latin1");
    await expect(decode(changed, payload)).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
    await expect(decode(bytes.subarray(0, -90), payload)).rejects.toMatchObject({ code: "IncompleteBody" });
  });

  it("reads the trailer of an unsigned body", async () => {
    const body = Buffer.from("3\r\nabc\r\n0\r\nx-amz-checksum-crc32:NSRBwg==\r\n\r\n");
    const { text, trailers } = await decode(body, "STREAMING-UNSIGNED-PAYLOAD-TRAILER");
    expect(text).toBe("abc");
    expect([...trailers]).toEqual([["x-amz-checksum-crc32", "NSRBwg=="]]);
  });
});

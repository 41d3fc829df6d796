import { createHash, type Hash } from "node:crypto";
import { crc32 } from "node:zlib";
import { S3Error, notImplemented } from "../s3-error.ts";

export type Checksum = { name: string; value: string };

const prefix = "x-amz-checksum-";
const algorithms = new Set(["crc32", "sha1", "sha256"]);
const notChecksums = new Set(["x-amz-checksum-mode", "x-amz-checksum-algorithm", "x-amz-checksum-type"]);

/**
 * Checksums computed while a body is read: MD5 for the ETag, SHA-256 for the signature, and the one the client
 * requested.
 */
export class BodySums {
  readonly #md5 = createHash("md5");
  readonly #sha256 = createHash("sha256");
  readonly #sha1: Hash = createHash("sha1");
  #crc32 = 0;
  size = 0;

  update(piece: Buffer): void {
    this.size += piece.length;
    this.#md5.update(piece);
    this.#sha256.update(piece);
    this.#sha1.update(piece);
    this.#crc32 = crc32(piece, this.#crc32);
  }

  finish(): FinishedSums {
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(this.#crc32);
    const sha256 = this.#sha256.digest();
    return {
      size: this.size,
      md5: this.#md5.digest(),
      sha256Hex: sha256.toString("hex"),
      checksums: {
        crc32: crc.toString("base64"),
        sha1: this.#sha1.digest("base64"),
        sha256: sha256.toString("base64"),
      },
    };
  }
}

export type FinishedSums = {
  size: number;
  md5: Buffer;
  sha256Hex: string;
  checksums: Record<string, string>;
};

/** The checksum from headers and trailers; throws when it does not match the body. */
export function checkChecksum(
  headers: Iterable<[string, string]>,
  { checksums }: FinishedSums,
): Checksum | undefined {
  for (const [name, value] of headers) {
    if (!name.startsWith(prefix) || notChecksums.has(name)) continue;
    const algorithm = name.slice(prefix.length);
    if (!algorithms.has(algorithm)) throw notImplemented(name);
    if (checksums[algorithm] !== value) {
      throw new S3Error(
        "BadDigest",
        `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      );
    }
    return { name, value };
  }
  return undefined;
}

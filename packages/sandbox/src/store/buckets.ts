import { mkdirSync, readdirSync } from "node:fs";
import { Bucket } from "./bucket.ts";
import { S3Error } from "./s3-error.ts";

/** All buckets of the store. */
export class Buckets {
  readonly #root: string;
  readonly #buckets = new Map<string, Bucket>();

  constructor(root: string) {
    this.#root = root;
    mkdirSync(root, { recursive: true });
    for (const entry of readdirSync(root, { withFileTypes: true })) {
      if (entry.isDirectory()) this.#buckets.set(entry.name, new Bucket(root, entry.name));
    }
  }

  get(name: string): Bucket | undefined {
    return this.#buckets.get(name);
  }

  /** The bucket; created when absent. */
  ensure(name: string): Bucket {
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes("..")) {
      throw new S3Error("InvalidBucketName", "The specified bucket is not valid.", { BucketName: name });
    }
    const bucket = this.#buckets.get(name) ?? new Bucket(this.#root, name);
    this.#buckets.set(name, bucket);
    return bucket;
  }
}

import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type ObjectMeta = {
  key: string;
  size: number;
  /** Without quotes. */
  etag: string;
  /** ISO-8601. */
  lastModified: string;
  /** Content-Type, Cache-Control and similar headers, and user metadata, in lower case. */
  headers: Record<string, string>;
  checksum?: { name: string; value: string };
  /** Name of the file with the content. */
  blob: string;
};

/** A bucket on disk: content in files with random names, metadata in JSON files, an index in memory. */
export class Bucket {
  readonly name: string;
  readonly #folder: string;
  readonly #index = new Map<string, ObjectMeta>();

  constructor(root: string, name: string) {
    this.name = name;
    this.#folder = join(root, name);
    for (const part of ["blobs", "meta", "uploads"]) mkdirSync(join(this.#folder, part), { recursive: true });
    for (const file of readdirSync(join(this.#folder, "meta"))) {
      if (!file.endsWith(".json")) continue;
      const meta = JSON.parse(readFileSync(join(this.#folder, "meta", file), "utf8")) as ObjectMeta;
      if (existsSync(this.blobPath(meta.blob))) this.#index.set(meta.key, meta);
    }
  }

  get(key: string): ObjectMeta | undefined {
    return this.#index.get(key);
  }

  /** Metadata sorted by the UTF-8 bytes of the keys. */
  sorted(): ObjectMeta[] {
    return [...this.#index.values()].toSorted((a, b) =>
      Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)),
    );
  }

  newBlob(): string {
    return randomBytes(16).toString("hex");
  }

  blobPath(blob: string): string {
    return join(this.#folder, "blobs", blob);
  }

  uploadPath(uploadId: string): string {
    return join(this.#folder, "uploads", uploadId);
  }

  /** Saves an object whose content is already in its blob, and deletes the previous one. */
  async put(meta: ObjectMeta): Promise<void> {
    const path = this.#metaPath(meta.key);
    const draft = `${path}.${meta.blob}`;
    await writeFile(draft, JSON.stringify(meta));
    const old = this.#index.get(meta.key);
    await rename(draft, path);
    this.#index.set(meta.key, meta);
    if (old) await this.discard(old.blob);
  }

  async delete(key: string): Promise<void> {
    const meta = this.#index.get(key);
    if (!meta) return;
    this.#index.delete(key);
    await rm(this.#metaPath(key), { force: true });
    await this.discard(meta.blob);
  }

  async discard(blob: string): Promise<void> {
    await rm(this.blobPath(blob), { force: true });
  }

  #metaPath(key: string): string {
    return join(this.#folder, "meta", `${createHash("sha256").update(key).digest("hex")}.json`);
  }
}

import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Store, Table } from "../state/store.ts";
import type { ImageSize } from "./image-size.ts";
import type { DocumentRef, FileRef, PhotoSize } from "./model.ts";

type FileKind = "photo" | "document" | "sticker" | "voice";

export type StoredFile = {
  fileId: string;
  uniqueId: string;
  kind: FileKind;
  /** Telegram's `file_path`. */
  path: string;
  /** SHA-256 of the content: its file name on disk. */
  blob: string;
  size: number;
  mime: string;
  name?: string;
  width?: number;
  height?: number;
};

const prefixes: Record<FileKind, string> = {
  photo: "AgACAgI",
  document: "BQACAgI",
  sticker: "CAACAgI",
  voice: "AwACAgI",
};
const folders: Record<FileKind, string> = {
  photo: "photos",
  document: "documents",
  sticker: "stickers",
  voice: "voice",
};
const extensions: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "audio/ogg": "oga",
};

/** Longest sides of the photo sizes that Telegram makes. */
const photoSides = [90, 320, 1280];

type NewFile = {
  kind: FileKind;
  bytes: Buffer;
  mime: string;
  name?: string;
  width?: number;
  height?: number;
};

/** Files sent in chats: metadata in the journal, content on disk by its hash. */
export class FileStore {
  readonly #folder: string;
  readonly #files: Table<StoredFile>;
  readonly #byPath: Table<string>;
  readonly #counters: Table<number>;

  constructor(store: Store, folder: string) {
    this.#folder = folder;
    this.#files = store.table("files");
    this.#byPath = store.table("filePaths");
    this.#counters = store.table("counters");
    mkdirSync(folder, { recursive: true });
  }

  get(fileId: string): StoredFile | undefined {
    return this.#files.get(fileId);
  }

  findByPath(path: string): StoredFile | undefined {
    const fileId = this.#byPath.get(path);
    return fileId === undefined ? undefined : this.#files.get(fileId);
  }

  bytes(file: StoredFile): Buffer {
    return readFileSync(join(this.#folder, file.blob));
  }

  /** A photo in two or three sizes, smallest first; the sizes share one file. */
  addPhoto(bytes: Buffer, { width, height, mime }: ImageSize): PhotoSize[] {
    const longest = Math.max(width, height);
    const sides = photoSides.filter((side) => side < longest);
    return [...sides, Math.min(longest, 2560)].slice(-3).map((side) => {
      const scale = side / longest;
      const size = {
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(height * scale)),
      };
      return { ...refOf(this.add({ kind: "photo", bytes, mime, ...size })), ...size };
    });
  }

  addDocument(bytes: Buffer, name: string, mime: string): DocumentRef {
    return { ...refOf(this.add({ kind: "document", bytes, mime, name })), file_name: name, mime_type: mime };
  }

  add({ bytes, ...file }: NewFile): StoredFile {
    const number = this.#counters.set("file", (this.#counters.get("file") ?? 0) + 1);
    const extension = extensions[file.mime] ?? file.name?.split(".").at(-1) ?? "bin";
    const stored: StoredFile = {
      ...file,
      fileId: prefixes[file.kind] + randomBytes(32).toString("base64url"),
      uniqueId: randomBytes(11).toString("base64url"),
      path: `${folders[file.kind]}/file_${number}.${extension.replaceAll(/[^\w]/g, "")}`,
      blob: this.#keep(bytes),
      size: bytes.length,
    };
    this.#byPath.set(stored.path, stored.fileId);
    return this.#files.set(stored.fileId, stored);
  }

  #keep(bytes: Buffer): string {
    const blob = createHash("sha256").update(bytes).digest("hex");
    const path = join(this.#folder, blob);
    if (!existsSync(path)) {
      const draft = `${path}.${randomBytes(4).toString("hex")}`;
      writeFileSync(draft, bytes);
      renameSync(draft, path);
    }
    return blob;
  }
}

export function refOf(file: StoredFile): FileRef {
  return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size };
}

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/** A change of one record; `null` deletes it. */
export type Change = [table: string, key: string, value: unknown];

function parseLines(text: string): Change[][] {
  const lines = text.split("\n");
  const tail = lines.pop();
  const batches = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Change[]);
  if (tail) {
    // A process killed while writing leaves half a line; that batch was never acknowledged.
    try {
      batches.push(JSON.parse(tail) as Change[]);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return batches;
}

/** An append-only file of JSON lines: each line is a batch of changes, applied entirely or not at all. */
export class Journal {
  readonly #path: string;
  #file: number | undefined;

  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
  }

  read(): Change[][] {
    return existsSync(this.#path) ? parseLines(readFileSync(this.#path, "utf8")) : [];
  }

  /** Atomically rewrites the file with one batch per record, and opens it for appending. */
  rewrite(records: Iterable<Change>): void {
    this.close();
    const draft = `${this.#path}.new`;
    const file = openSync(draft, "w");
    for (const record of records) writeSync(file, `${JSON.stringify([record])}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(draft, this.#path);
    this.#file = openSync(this.#path, "a");
  }

  append(batch: readonly Change[]): void {
    if (this.#file === undefined) throw new Error("The journal is closed");
    writeSync(this.#file, `${JSON.stringify(batch)}\n`);
  }

  close(): void {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    this.#file = undefined;
  }
}

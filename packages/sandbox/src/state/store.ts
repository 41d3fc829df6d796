import { Journal, type Change } from "./journal.ts";

type Undo = { rows: Map<string, unknown>; key: string; value: unknown };

/** Named tables of JSON records in memory, with a journal. Records are replaced, never mutated. */
export class Store {
  readonly #journal: Journal;
  readonly #tables = new Map<string, Map<string, unknown>>();
  readonly #listeners = new Set<(changes: readonly Change[]) => void>();
  #batch: Change[] | undefined;
  #undo: Undo[] = [];

  constructor(path: string) {
    this.#journal = new Journal(path);
    for (const [table, key, value] of this.#journal.read().flat()) {
      if (value === null) this.rows(table).delete(key);
      else this.rows(table).set(key, value);
    }
    this.#journal.rewrite(this.#everything());
  }

  table<T>(name: string): Table<T> {
    return new Table<T>(this, name, this.rows(name) as Map<string, T>);
  }

  rows(name: string): Map<string, unknown> {
    let rows = this.#tables.get(name);
    if (!rows) {
      rows = new Map();
      this.#tables.set(name, rows);
    }
    return rows;
  }

  /** Writes all changes made inside as one line of the journal; an error rolls them back. */
  transaction<R>(work: () => R): R {
    if (this.#batch) return work();
    const batch: Change[] = [];
    this.#batch = batch;
    this.#undo = [];
    try {
      const result = work();
      if (batch.length > 0) this.#journal.append(batch);
      return this.#committed(batch, result);
    } catch (error) {
      if (this.#batch === batch) this.#rollBack();
      throw error;
    } finally {
      this.#batch = undefined;
    }
  }

  write(table: string, key: string, value: unknown): void {
    if (!this.#batch) return this.transaction(() => this.write(table, key, value));
    const rows = this.rows(table);
    this.#undo.push({ rows, key, value: rows.get(key) });
    if (value === null) rows.delete(key);
    else rows.set(key, value);
    this.#batch.push([table, key, value]);
  }

  /** Calls the listener after each committed transaction. */
  onCommit(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#journal.close();
  }

  #committed<R>(batch: readonly Change[], result: R): R {
    this.#batch = undefined;
    if (batch.length > 0) for (const listener of this.#listeners) listener(batch);
    return result;
  }

  #rollBack(): void {
    for (const { rows, key, value } of this.#undo.toReversed()) {
      if (value === undefined) rows.delete(key);
      else rows.set(key, value);
    }
  }

  *#everything(): Iterable<Change> {
    for (const [table, rows] of this.#tables) for (const [key, value] of rows) yield [table, key, value];
  }
}

/** A typed view of a table of the store. */
export class Table<T> {
  readonly #store: Store;
  readonly #name: string;
  readonly #rows: Map<string, T>;

  constructor(store: Store, name: string, rows: Map<string, T>) {
    this.#store = store;
    this.#name = name;
    this.#rows = rows;
  }

  get(key: string | number): T | undefined {
    return this.#rows.get(String(key));
  }

  set(key: string | number, value: T): T {
    this.#store.write(this.#name, String(key), value);
    return value;
  }

  delete(key: string | number): void {
    if (this.#rows.has(String(key))) this.#store.write(this.#name, String(key), null);
  }

  values(): T[] {
    return [...this.#rows.values()];
  }

  get size(): number {
    return this.#rows.size;
  }
}

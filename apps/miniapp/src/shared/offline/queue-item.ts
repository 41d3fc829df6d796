import type { Method } from "../api/send.ts";

/** What a thing is counted as: «2 факта, 1 фото». */
export type Thing = "fact" | "photo" | "comment" | "act" | "mark";

/** What the person reads of it, and where it is mended when it was refused. */
export type Description = {
  readonly thing: Thing;
  /** What it is about: «Модули · Юг 11». */
  readonly title: string;
  /** What is done: «12 шт», «Сдать на проверку». */
  readonly line: string;
  readonly href: string | null;
  /** Names the place that shows it while it waits; its own feature gives and understands it. */
  readonly about?: string;
  /** What was typed into its sheet, for the one that mends it. */
  readonly draft?: { readonly name: string; readonly answers: Readonly<Record<string, unknown>> };
  /** The refusal that asks for a second word, and what that word adds to the body. */
  readonly knowingly?: { readonly code: string; readonly add: Readonly<Record<string, unknown>> };
};

/** A picture that goes before its request; the number it was given on the way is kept. */
export type QueuedFile = {
  readonly key: string;
  readonly objectId: number;
  readonly blob: Blob;
  readonly name: string;
  readonly fileId: number | null;
};

/** Something a person did that has not reached the server yet. Its key is the idempotency key it will be sent with. */
export type QueueItem = {
  readonly key: string;
  readonly person: string;
  readonly at: number;
  readonly method: Exclude<Method, "GET">;
  /** `{after}` in it is the number that the answer to the item before it gives. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly describe: Description;
  /** The pictures, and the field of the body that lists them. */
  readonly files: readonly QueuedFile[];
  readonly filesAs: string;
  /** The key of the item that must have arrived before. */
  readonly after: string | null;
  /** Where the answer holds the number that others wait for: `fact.id`. */
  readonly gives: string | null;
  readonly state: "waiting" | "refused";
  readonly refusal?: Refusal;
  /** Held by the open app alone, as the phone's storage is shut or full. */
  readonly fleeting?: boolean;
};

export type NewItem = Pick<QueueItem, "key" | "method" | "path" | "body" | "describe"> &
  Partial<Pick<QueueItem, "files" | "filesAs" | "after" | "gives">>;

type Refusal = { readonly code: string; readonly message: string; readonly requestId: string };

/** What became of one sending; `given` is the number that others wait for. */
export type Outcome =
  | { readonly kind: "sent"; readonly given: number | null }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "later"; readonly seconds: number };

export type QueueStore = {
  list: (person: string) => Promise<QueueItem[]>;
  add: (item: QueueItem) => Promise<void>;
  replace: (item: QueueItem) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

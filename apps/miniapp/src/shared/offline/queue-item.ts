/** Something a person did that has not reached the server yet. Its key is the idempotency key it will be sent with. */
export type QueueItem = {
  readonly key: string;
  readonly person: string;
  readonly at: number;
  readonly objectId: number;
  readonly title: string;
  readonly line: string;
  readonly state: "waiting" | "refused";
  readonly refusal?: Refusal;
  readonly work: FactWork | PhotoWork;
};

export type FactWork = {
  readonly kind: "fact";
  readonly floorVolumeId: number;
  readonly date: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A picture of an entry: of one that stands (`factId`), or of one that still waits itself (`parentKey`). */
export type PhotoWork = {
  readonly kind: "photo";
  readonly parentKey: string | null;
  readonly factId: number | null;
  readonly blob: Blob;
  readonly name: string;
};

type Refusal = { readonly code: string; readonly message: string; readonly requestId: string };

/** What became of one sending. */
export type Outcome =
  | { readonly kind: "sent"; readonly factId: number | null }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "later"; readonly seconds: number };

export type QueueStore = {
  list: (person: string) => Promise<QueueItem[]>;
  add: (item: QueueItem) => Promise<void>;
  replace: (item: QueueItem) => Promise<void>;
  remove: (key: string) => Promise<void>;
};

import type { QueueItem } from "./queue-item.ts";

/** An entry as the first version of the app kept it: facts and their photos alone. */
export type FirstItem = Pick<QueueItem, "key" | "person" | "at" | "state" | "refusal"> & {
  readonly objectId: number;
  readonly title: string;
  readonly line: string;
  readonly work:
    | {
        readonly kind: "fact";
        readonly floorVolumeId: number;
        readonly date: string;
        readonly path: string;
        readonly body: Readonly<Record<string, unknown>>;
      }
    | {
        readonly kind: "photo";
        readonly parentKey: string | null;
        readonly factId: number | null;
        readonly blob: Blob;
        readonly name: string;
      };
};

/** What still waits on a phone whose app is renewed goes on waiting. */
export function fromFirstVersion({ objectId, title, line, work, ...item }: FirstItem): QueueItem {
  const place = `/objects/${objectId}/fact`;
  if (work.kind === "fact") {
    const { path, body, date, floorVolumeId } = work;
    const knowingly = { code: "possible_duplicate", add: { confirmDuplicate: true } };
    const about = `line:${objectId}:${date}:${floorVolumeId}`;
    const href = `${place}?day=${date}&line=${floorVolumeId}`;
    const describe = { thing: "fact", title, line, href, about, knowingly } as const;
    return {
      ...item,
      method: "POST",
      path,
      body,
      describe,
      files: [],
      filesAs: "",
      after: null,
      gives: "fact.id",
    };
  }
  const { parentKey, factId, blob, name } = work;
  return {
    ...item,
    method: "POST",
    path: `/api/facts/${factId ?? "{after}"}/photos`,
    body: {},
    describe: { thing: "photo", title, line, href: place },
    files: [{ key: item.key, objectId, blob, name, fileId: null }],
    filesAs: "fileIds",
    after: parentKey,
    gives: null,
  };
}

import type { EnterFactInput } from "@stsphera/contracts";
import { newKey } from "../../../shared/api/request.ts";
import type { PhotoFile } from "../../../shared/files/upload-photo.ts";
import type { NewItem } from "../../../shared/offline/queue-item.ts";
import { aboutLine } from "./queued-fact.ts";

type Entered = {
  readonly objectId: number;
  readonly key: string;
  readonly body: EnterFactInput;
  readonly title: string;
  readonly line: string;
};

/** An entry for the queue. */
export function factItem({ objectId, key, body, title, line }: Entered): NewItem {
  const { date, floorVolumeId } = body;
  return {
    key,
    method: "POST",
    path: `/api/objects/${objectId}/facts`,
    body,
    gives: "fact.id",
    describe: {
      thing: "fact",
      title,
      line,
      href: `/objects/${objectId}/fact?day=${date}&line=${floorVolumeId}`,
      about: aboutLine(objectId, date, floorVolumeId),
      knowingly: { code: "possible_duplicate", add: { confirmDuplicate: true } },
    },
  };
}

/** A picture of an entry: of one that stands, or of one that waits itself (`after`, its key). */
export function photoItem(
  place: {
    readonly objectId: number;
    readonly title: string;
    readonly of: number | { readonly after: string };
  },
  { blob, name }: PhotoFile,
): NewItem {
  const { objectId, title, of } = place;
  const key = newKey();
  return {
    key,
    method: "POST",
    path: `/api/facts/${typeof of === "number" ? of : "{after}"}/photos`,
    body: {},
    describe: { thing: "photo", title, line: name, href: `/objects/${objectId}/fact` },
    files: [{ key, objectId, blob, name, fileId: null }],
    filesAs: "fileIds",
    after: typeof of === "number" ? null : of.after,
  };
}

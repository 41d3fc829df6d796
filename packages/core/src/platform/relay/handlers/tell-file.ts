import type { Database } from "@stsphera/db";
import { PHOTO_REFUSALS } from "../../files/index.ts";
import type { Ring } from "../../deliveries/index.ts";
import { readPerson } from "../recipients.ts";
import type { Handler, Message, Told } from "../told.ts";
import { tellDocument } from "./tell-document.ts";

/** The photos that came together: one alone, or an album. */
type Batch = {
  objectId: number;
  firstId: number;
  waiting: number;
  arrived: number;
  entered: boolean;
  error: string | null;
};

const BATCH = `
  select min(x.id) as "firstId", x.object_id as "objectId",
    count(*) filter (where x.status in ('awaiting', 'stored') and x.error is not null)::int as waiting,
    count(*) filter (where x.status = 'ready')::int as arrived,
    bool_or(exists (select from attachments a where a.file_id = x.id and a.entity_type = 'fact')) as entered,
    max(x.error) filter (where x.id = $1) as error
  from files one
  join files x on x.id = one.id
    or (x.uploaded_by = one.uploaded_by and x.media_group_id = one.media_group_id and x.object_id = one.object_id)
  where one.id = $1 group by x.object_id`;

/** The author hears that his photos are late, that they are there after all, or that one cannot be taken. */
export const tellFile: Handler = async (deps, event) => {
  if (event.payload["purpose"] === "document") return tellDocument(deps, event);
  const { db } = deps;
  const { status, late, uploadedBy } = event.payload;
  const concerns = status === "delayed" || status === "failed" || (status === "ready" && late === true);
  if (!concerns || typeof uploadedBy !== "number") return [];
  const [recipient, batch] = await Promise.all([readPerson(db, uploadedBy), readBatch(db, event.entityId)]);
  const { objectId } = batch;
  return whatToTell(status, late === true, batch).map(({ key, ring, card, ...message }): Told => {
    const thing = `${key}:${card ? batch.firstId : event.entityId}`;
    return {
      ...message,
      recipient,
      key: thing,
      type: message.render,
      category: "facts",
      priority: "normal",
      objectId,
      entityType: "file",
      entityId: event.entityId,
      deepLink: { kind: "object", id: objectId, section: "fact" },
      cardKey: card ? thing : null,
      ring,
      unread: true,
      onlyIfKnown: false,
    };
  });
};

type Words = Message & { key: string; ring: Ring; card: boolean };

function whatToTell(status: unknown, late: boolean, batch: Batch): Words[] {
  const { waiting, arrived, entered, error } = batch;
  const photos = { key: "photos", card: true } as const;
  if (status === "delayed") {
    const payload = { count: waiting, entered };
    return waiting === 0 ? [] : [{ ...photos, ring: "first", render: "photos.late", payload }];
  }
  const words: Words[] = [];
  if (status === "failed") {
    const problem = PHOTO_REFUSALS.find((code) => code === error) ?? "damaged";
    words.push({ key: "photo", card: false, ring: "first", render: "photo.refused", payload: { problem } });
  }
  if (late && waiting === 0 && arrived > 0) {
    words.push({ ...photos, ring: "always", render: "photos.arrived", payload: { count: arrived } });
  }
  return words;
}

async function readBatch(db: Database, fileId: number): Promise<Batch> {
  const [batch] = await db.read<Batch>(BATCH, [fileId]);
  if (batch === undefined) throw new Error(`there is no file ${fileId}`);
  return batch;
}

import type { Database } from "@stsphera/db";
import { PHOTO_REFUSALS } from "../../files/index.ts";
import { readPerson } from "../recipients.ts";
import type { Handler, Message, Told } from "../told.ts";

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
    bool_or(exists (select from fact_photos p where p.file_id = x.id)) as entered,
    max(x.error) filter (where x.id = $1) as error
  from files one
  join files x on x.id = one.id
    or (x.uploaded_by = one.uploaded_by and x.media_group_id = one.media_group_id and x.object_id = one.object_id)
  where one.id = $1 group by x.object_id`;

/** The author hears that his photos are late, that they are there after all, or that one cannot be taken. */
export const tellFile: Handler = async ({ db }, event) => {
  const { status, late, uploadedBy } = event.payload;
  const concerns = status === "delayed" || status === "failed" || (status === "ready" && late === true);
  if (!concerns || typeof uploadedBy !== "number") return [];
  const [recipient, batch] = await Promise.all([readPerson(db, uploadedBy), readBatch(db, event.entityId)]);
  const told = whatToTell(status, batch);
  if (told === null) return [];
  const { key, ring, card, ...message } = told;
  const { objectId } = batch;
  return [
    {
      ...message,
      recipient,
      key: `${key}:${card ? batch.firstId : event.entityId}`,
      type: message.render,
      category: "facts",
      priority: "normal",
      objectId,
      entityType: "file",
      entityId: event.entityId,
      deepLink: { kind: "object", id: objectId, section: "fact" },
      cardKey: card ? `${key}:${batch.firstId}` : null,
      ring,
      unread: true,
      onlyIfKnown: false,
    } satisfies Told,
  ];
};

function whatToTell(
  status: unknown,
  { waiting, arrived, entered, error }: Batch,
): (Message & { key: string; ring: Told["ring"]; card: boolean }) | null {
  if (status === "failed") {
    const problem = PHOTO_REFUSALS.find((code) => code === error) ?? "damaged";
    return { key: "photo", card: false, ring: "first", render: "photo.refused", payload: { problem } };
  }
  const photos = { key: "photos", card: true } as const;
  if (waiting > 0) {
    const payload = { count: waiting, entered };
    return status === "delayed" ? { ...photos, ring: "first", render: "photos.late", payload } : null;
  }
  if (arrived === 0 || status === "delayed") return null;
  return { ...photos, ring: "always", render: "photos.arrived", payload: { count: arrived } };
}

async function readBatch(db: Database, fileId: number): Promise<Batch> {
  const [batch] = await db.read<Batch>(BATCH, [fileId]);
  if (batch === undefined) throw new Error(`there is no file ${fileId}`);
  return batch;
}

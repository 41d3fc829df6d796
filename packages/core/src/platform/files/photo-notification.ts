import type { AttachmentRules } from "../attachments/index.ts";
import type { Notice, NotificationCard, OutboxEvent } from "../notify/index.ts";
import { renderPhotoRefused, renderPhotosArrived, renderPhotosLate } from "./photo-messages.ts";
import { PHOTO_REFUSALS, type PhotoRefusal } from "./refusals.ts";

/** Photos sent together: a single photo or an album. */
type Batch = {
  fileId: number;
  senderId: number;
  objectId: number;
  firstId: number;
  waiting: number;
  arrived: number;
  /** Entity types they are attached to. */
  of: string[];
  error: string | null;
};
type PhotoCard = NotificationCard<Batch, "sender", never>;
type PhotoNotice = Notice<Batch, "sender", never>;

const BATCH = `
  select one.id as "fileId", one.uploaded_by as "senderId", min(x.id) as "firstId", x.object_id as "objectId",
    count(*) filter (where x.status in ('awaiting', 'stored') and x.error is not null)::int as waiting,
    count(*) filter (where x.status = 'ready')::int as arrived,
    coalesce(array_agg(distinct a.entity_type) filter (where a.id is not null), '{}') as of,
    max(x.error) filter (where x.id = $1) as error
  from files one
  join files x on x.id = one.id
    or (x.uploaded_by = one.uploaded_by and x.media_group_id = one.media_group_id and x.object_id = one.object_id)
  left join attachments a on a.file_id = x.id
  where one.id = $1 group by one.id, x.object_id`;

const photos = {
  category: "facts",
  of: ["file"],
  async read({ db }, { entityId, payload }) {
    const looked = ["delayed", "failed", "ready"].some((status) => status === payload["status"]);
    if (!looked || payload["purpose"] === "document") return null;
    const [batch] = await db.read<Batch>(BATCH, [entityId]);
    if (batch === undefined) throw new Error(`there is no file ${entityId}`);
    return batch;
  },
  people: ({ senderId }) => ({ sender: [senderId] }),
  anyStatus: true,
  sees: () => true,
} as const satisfies Partial<PhotoCard>;

const subject = (name: string, key: string, { objectId, fileId }: Batch, living: boolean) =>
  ({
    key,
    type: name,
    objectId,
    entityType: "file",
    entityId: fileId,
    deepLink: { kind: "object", id: objectId, section: "fact" },
    living,
  }) as const;

/** Photos of one album share a card for the delay and the arrival. */
const albumCard = (name: string, draw: PhotoCard["draw"]): PhotoCard => ({
  ...photos,
  name,
  subject: (batch) => subject(name, `photos:${batch.firstId}`, batch, true),
  draw,
});

const late = (rules: AttachmentRules): PhotoCard =>
  albumCard("photos.late", ({ waiting, of }, { locale, publicUrl }) => {
    const entered = of.some((entityType) => rules[entityType]?.record === true);
    return renderPhotosLate({ count: waiting, entered }, { locale, publicUrl });
  });

const arrived: PhotoCard = albumCard("photos.arrived", (batch, { locale, publicUrl }) =>
  renderPhotosArrived({ count: batch.arrived }, { locale, publicUrl }),
);

const refused: PhotoCard = {
  ...photos,
  name: "photo.refused",
  subject: (batch) => subject("photo.refused", `photo:${batch.fileId}`, batch, false),
  draw: ({ error }, { locale, publicUrl }) => {
    const problem: PhotoRefusal = PHOTO_REFUSALS.find((code) => code === error) ?? "damaged";
    return renderPhotoRefused({ problem }, { locale, publicUrl });
  },
};

const settledLate = ({ payload: { status, late: wasLate } }: OutboxEvent): boolean =>
  (status === "ready" || status === "failed") && wasLate === true;

/** Notifies the uploader that photos are delayed, that one was refused, that the others have arrived. */
export const photoNotices = (rules: AttachmentRules): readonly PhotoNotice[] => [
  {
    to: ["sender"],
    card: late(rules),
    alert: "first",
    stale: ({ waiting }, { payload }) => payload["status"] !== "delayed" || waiting === 0,
  },
  {
    to: ["sender"],
    card: refused,
    alert: "first",
    stale: (_batch, { payload }) => payload["status"] !== "failed",
  },
  {
    to: ["sender"],
    card: arrived,
    alert: "always",
    stale: (batch, event) => !settledLate(event) || batch.waiting > 0 || batch.arrived === 0,
  },
];

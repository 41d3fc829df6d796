import { instantText } from "../../kernel/index.ts";

/** Fields shown of a photo, or of any file, besides those the links need. */
const SHOWN = {
  photo: `'width', x.width, 'height', x.height, 'takenAt', ${instantText("x.taken_at")}`,
  file: `'name', x.name, 'purpose', x.purpose`,
} as const;

/** SQL of the stored file in row `x` as JSON, before its links are signed for a reader; `more` adds fields. */
export const fileJson = (shown: keyof typeof SHOWN, more = ""): string =>
  `json_build_object('id', x.id, 'status', x.status, 'key', x.storage_key, ${SHOWN[shown]}${more})`;

/** SQL condition that the attachment `a` belongs to the thing. */
export const attachedTo = (entityType: string, entityId: string): string =>
  `(a.entity_type = '${entityType}' and a.entity_id = ${entityId})`;

/** SQL of all files of a thing, in order of arrival. */
export const filesJson = (entityType: string, entityId: string, file: string): string => `(
    select coalesce(json_agg(${file} order by x.id), '[]')
    from attachments a join files x on x.id = a.file_id where ${attachedTo(entityType, entityId)})`;

/** SQL condition that the file `x` was received: it is in our store, or still at Telegram until a job fetches it. */
export const SENT = `(x.status in ('stored', 'ready') or (x.status = 'awaiting' and x.source = 'telegram'))`;

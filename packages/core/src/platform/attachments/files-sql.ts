import { instantText } from "../../kernel/index.ts";

/** What is shown of a photo, and of any file, besides what its links take. */
const SHOWN = {
  photo: `'width', x.width, 'height', x.height, 'takenAt', ${instantText("x.taken_at")}`,
  file: `'name', x.name, 'purpose', x.purpose`,
} as const;

/** A stored file of the row `x` in SQL, before its links are signed for a reader; `more` are further fields. */
export const fileJson = (shown: keyof typeof SHOWN, more = ""): string =>
  `json_build_object('id', x.id, 'status', x.status, 'key', x.storage_key, ${SHOWN[shown]}${more})`;

/** Whether the attachment `a` is one of the thing. */
export const attachedTo = (entityType: string, entityId: string): string =>
  `(a.entity_type = '${entityType}' and a.entity_id = ${entityId})`;

/** All files of a thing in SQL, in the order they came. */
export const filesJson = (entityType: string, entityId: string, file: string): string => `(
    select coalesce(json_agg(${file} order by x.id), '[]')
    from attachments a join files x on x.id = a.file_id where ${attachedTo(entityType, entityId)})`;

/** Whether the file `x` lies with us, or with Telegram until a job fetches it. */
export const SENT = `(x.status in ('stored', 'ready') or (x.status = 'awaiting' and x.source = 'telegram'))`;

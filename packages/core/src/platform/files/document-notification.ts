import type { DeepLink } from "@stsphera/telegram";
import { type AttachmentRules, ruleOf } from "../attachments/index.ts";
import type { Notice, NotificationCard } from "../notify/index.ts";
import { renderDocumentRefused } from "./document-message.ts";
import { DOCUMENT_REFUSALS, type DocumentRefusal } from "./refusals.ts";

type Row = {
  id: number;
  senderId: number;
  objectId: number;
  name: string;
  error: string | null;
  entityType: string | null;
  entityId: number | null;
};
type Refused = Row & { place: DeepLink };

const STATEMENT = `
  select x.id, x.uploaded_by as "senderId", x.object_id as "objectId", x.name, x.error,
    a.entity_type as "entityType", a.entity_id as "entityId"
  from files x left join attachments a on a.file_id = x.id where x.id = $1`;

const card = (rules: AttachmentRules): NotificationCard<Refused, "sender", never> => ({
  name: "document.refused",
  category: "documents",
  of: ["file"],
  async read({ db }, { entityId, payload }) {
    if (payload["purpose"] !== "document" || payload["status"] !== "failed") return null;
    const [file] = await db.read<Row>(STATEMENT, [entityId]);
    if (file === undefined) throw new Error(`there is no file ${entityId}`);
    const rule = file.entityType === null ? undefined : ruleOf(rules, file.entityType);
    const place = await rule?.place?.(db, file.entityId ?? 0);
    return { ...file, place: place ?? { kind: "object", id: file.objectId } };
  },
  people: ({ senderId }) => ({ sender: [senderId] }),
  anyStatus: true,
  sees: () => true,
  subject: ({ id, objectId, place }) => ({
    key: `document:${id}`,
    type: "document.refused",
    objectId,
    entityType: "file",
    entityId: id,
    deepLink: place,
    living: false,
  }),
  draw: ({ name, error }, { locale, publicUrl }) => {
    const problem: DocumentRefusal = DOCUMENT_REFUSALS.find((code) => code === error) ?? "damaged";
    return renderDocumentRefused({ name, problem }, { locale, publicUrl });
  },
});

/** Notifies the uploader that a document was refused. A merely delayed one is shown as such where it is attached. */
export const documentNotice = (rules: AttachmentRules): Notice<Refused, "sender", never> => ({
  to: ["sender"],
  card: card(rules),
  alert: "first",
});

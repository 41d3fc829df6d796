import { DOCUMENT_REFUSALS } from "../../files/index.ts";
import { readPerson } from "../recipients.ts";
import type { Handler } from "../told.ts";

type Row = { objectId: number; name: string; error: string | null; taskId: number | null };

const STATEMENT = `
  select x.object_id as "objectId", x.name, x.error,
    (select coalesce(c.task_id, a.entity_id) from attachments a
      left join task_comments c on a.entity_type = 'task_comment' and c.id = a.entity_id
      where a.file_id = x.id and a.entity_type in ('task', 'task_comment')) as "taskId"
  from files x where x.id = $1`;

/** The author hears that his document was not taken. One that is only late shows it where it is tied. */
export const tellDocument: Handler = async ({ db }, { entityId, payload }) => {
  const { status, uploadedBy } = payload;
  if (status !== "failed" || typeof uploadedBy !== "number") return [];
  const [recipient, [file]] = await Promise.all([
    readPerson(db, uploadedBy),
    db.read<Row>(STATEMENT, [entityId]),
  ]);
  if (file === undefined) throw new Error(`there is no file ${entityId}`);
  const { objectId, name, error, taskId } = file;
  const problem = DOCUMENT_REFUSALS.find((code) => code === error) ?? "damaged";
  return [
    {
      render: "document.refused",
      payload: { name, problem },
      recipient,
      key: `document:${entityId}`,
      type: "document.refused",
      category: "documents",
      priority: "normal",
      objectId,
      entityType: "file",
      entityId,
      deepLink: taskId === null ? { kind: "object", id: objectId } : { kind: "task", id: taskId },
      cardKey: null,
      ring: "first",
      unread: true,
      onlyIfKnown: false,
    },
  ];
};

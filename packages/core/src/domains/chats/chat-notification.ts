import { can } from "@stsphera/rbac";
import { type NotificationCard, wordsOf } from "../../platform/notify/index.ts";
import { chatCard, type ChatNews } from "./card/chat-card.ts";

type Row = Pick<ChatNews, "id" | "objectId" | "objectName" | "title" | "topic" | "by"> & { ended: boolean };

const STATEMENT = `
  select c.id, c.object_id as "objectId", o.name as "objectName", c.title, c.topic, u.full_name as by,
    c.ended_at is not null as ended
  from object_chats c join objects o on o.id = c.object_id join users u on u.id = c.linked_by where c.id = $1`;

const KINDS: Partial<Record<string, ChatNews["kind"]>> = {
  "chat.lost": "lost",
  "chat.topic_lost": "topic_lost",
  "chat.maker_left": "maker_left",
};

/** Tells of a chat that was linked, or lost; each is a message of its own. */
export const chatNotification: NotificationCard<ChatNews, "managers", never> = {
  name: "chat.card",
  category: "system",
  acts: chatCard.actions,
  of: ["chat"],
  async read({ db }, { entityId, type, payload }) {
    const [row] = await db.read<Row>(STATEMENT, [entityId]);
    if (row === undefined) throw new Error(`there is no chat ${entityId}`);
    // A chat that was unlinked meanwhile is no news.
    if ((type === "chat.linked" || type === "chat.maker_left") && row.ended) return null;
    const { ended: _ended, ...chat } = row;
    return {
      ...chat,
      kind: KINDS[type] ?? "linked",
      topic: wordsOf(payload["topic"]),
      ended: payload["ended"] === true,
    };
  },
  people: () => ({}),
  groups: ["managers"],
  sees: ({ actor }, { objectId }) => can(actor, "chat.link", { objectId }),
  subject: ({ id, objectId }) => ({
    key: chatCard.key(id),
    type: "chat.card",
    objectId,
    entityType: "chat",
    entityId: id,
    deepLink: { kind: "object", id: objectId, section: "chats" },
    living: false,
  }),
  draw: chatCard.draw,
};

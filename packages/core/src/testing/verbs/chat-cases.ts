import { randomBytes, randomInt } from "node:crypto";
import { schema } from "@stsphera/db";
import { CHAT_JOB } from "../../domains/chats/index.ts";
import type { Context } from "../../kernel/index.ts";
import { DOZENS } from "./many.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

const { chatCodes, objectChats } = schema;

const hashText = () => randomBytes(32).toString("hex");
const groupId = () => String(-1_001_000_000_000 - randomInt(1e9));
const placeAt = (chatId = groupId(), threadId: number | null = null) => ({
  chatId,
  threadId,
  title: "СПК Блок Б, площадка",
  topic: threadId === null ? null : "Смены",
});

type Standing = { objectId: number; linkedBy: number; threadId?: number; ended?: true };

async function chatOf(ctx: Context, { objectId, linkedBy, threadId, ended }: Standing) {
  const end = ended === true ? { endedAt: ctx.now, endReason: "unlinked" as const } : {};
  const [row] = await ctx.db.orm
    .insert(objectChats)
    .values({
      ...placeAt(groupId(), threadId ?? null),
      objectId,
      linkedBy,
      locale: "ru",
      linkedAt: ctx.now,
      ...end,
    })
    .returning();
  if (row === undefined) throw new Error("a chat was not stored");
  return row;
}

async function codeOf(ctx: Context, objectId: number, madeBy: number): Promise<string> {
  const codeHash = hashText();
  const expiresAt = new Date(ctx.now.getTime() + 600_000);
  await ctx.db.orm.insert(chatCodes).values({ objectId, madeBy, codeHash, createdAt: ctx.now, expiresAt });
  return codeHash;
}

const onObject = { permission: "chat.link", onObject: true } as const;
const byJob = { permission: "job", doneBy: CHAT_JOB } as const;

const cases: Readonly<Record<string, VerbCase>> = {
  "chat.create_code": {
    ...onObject,
    quiet: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id, codeHash: hashText() }),
  },
  "chat.link": { ...onObject, input: ({ prepared: { here } }) => ({ objectId: here.id, place: placeAt() }) },
  "chat.link_by_code": {
    ...byJob,
    input: async ({ prepared: { here, world }, ctx }) => ({
      codeHash: await codeOf(ctx, here.id, (await world.as("project_manager")).id),
      place: placeAt(),
    }),
  },
  "chat.unlink": {
    ...onObject,
    input: async ({ prepared: { here, foreman }, ctx }) => {
      const chat = await chatOf(ctx, { objectId: here.id, linkedBy: foreman.id });
      return { linkId: chat.id, version: 1 };
    },
  },
  "chat.relink": {
    ...onObject,
    input: async ({ prepared: { here, foreman }, ctx }) => {
      const chat = await chatOf(ctx, { objectId: here.id, linkedBy: foreman.id, ended: true });
      return { linkId: chat.id, version: 1 };
    },
  },
  "chat.mute": {
    ...onObject,
    input: async ({ prepared: { here, foreman }, ctx }) => {
      const chat = await chatOf(ctx, { objectId: here.id, linkedBy: foreman.id });
      return { linkId: chat.id, version: 1, muted: ["tasks"] };
    },
  },
  "chat.list": { ...onObject, input: ({ prepared: { here } }) => ({ objectId: here.id }) },
  "chat.find": {
    ...byJob,
    ofOneSize: true,
    input: () => ({ chatId: groupId(), threadId: null }),
  },
  "chat.move": {
    ...byJob,
    input: async ({ prepared: { here, foreman }, ctx }) => {
      const { chatId } = await chatOf(ctx, { objectId: here.id, linkedBy: foreman.id });
      return { from: chatId, to: groupId() };
    },
  },
  "chat.lose": {
    ...byJob,
    input: async ({ prepared: { here, foreman }, ctx }) => {
      const { chatId } = await chatOf(ctx, { objectId: here.id, linkedBy: foreman.id });
      return { chatId };
    },
  },
  "chat.lose_topic": {
    ...byJob,
    input: async ({ prepared: { here, foreman }, ctx }) => {
      const chat = await chatOf(ctx, { objectId: here.id, linkedBy: foreman.id, threadId: 7 });
      return { linkId: chat.id };
    },
  },
};

export const CHAT_CASES = verbsOf({
  cases,
  grow: async ({ prepared: { world, here, foreman } }) => {
    await world.db.sql`
      insert into object_chats (object_id, chat_id, title, locale, linked_by, linked_at)
      select ${here.id}::int, -1002000000000 - n, 'Чат ' || n, 'ru', ${foreman.id}::int, ${world.now}
      from generate_series(1, ${DOZENS}::int) n`;
  },
  ids: { object_chats: ["linkId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const chat = await chatOf(world.ctx(author), { objectId, linkedBy: author.id });
    return { linkId: chat.id };
  },
});

import { id } from "@stsphera/contracts";
import { z } from "zod";
import { command, personOf } from "../../kernel/index.ts";
import { lockSeenObject } from "../objects/index.ts";
import { chatPlace } from "./chat-place.ts";
import { insertChat } from "./insert-chat.ts";
import { assertMayLink } from "./load-chat.ts";

/** Links a chat to an object. That the actor administers the chat is asked of Telegram by the caller. */
export const linkChat = command({
  name: "chat.link",
  permissions: ["chat.link"],
  input: z.strictObject({ objectId: id, place: chatPlace }),
  load: (tx, ctx, { objectId }) => lockSeenObject(tx, ctx, objectId),
  authorize: (ctx, object) => assertMayLink(ctx, object),
  execute: async (tx, { ctx, input: { place }, target: object }) => {
    const { row, ...written } = await insertChat(tx, { object, place, by: personOf(ctx), now: ctx.now });
    return { ...written, result: { id: row.id, objectId: object.id, objectName: object.name } };
  },
});

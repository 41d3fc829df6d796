import {
  chatCode,
  createChatCodeInput,
  linkedChat,
  linkedChatList,
  muteChatInput,
  unlinkChatInput,
} from "@stsphera/contracts";
import { createChatCode, listObjectChats, muteChat, relinkChat, unlinkChat } from "@stsphera/core";
import { endpoint, type Tag } from "./endpoint.ts";
import * as examples from "./examples/chats.ts";

const CHATS: Tag = { name: "chats", about: "Groups in Telegram that get copies of an object's news" };
const { chat } = examples;
const ended = { at: "2026-09-10T12:00:00.000Z", why: "unlinked" };

export const chatRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/chats",
    tag: CHATS,
    summary: "Linked chats of the object, and those it lost within 30 days",
    verb: listObjectChats,
    answer: linkedChatList,
    examples: { answer: { items: [chat] } },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/chats/codes",
    tag: CHATS,
    summary: "Announce a code that links one chat within 15 minutes, sent there as «/link CODE»",
    verb: createChatCode,
    body: createChatCodeInput,
    status: 201,
    answer: chatCode,
    examples: {
      body: { codeHash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
      answer: { id: 12, expiresAt: "2026-09-10T06:55:00.000Z" },
    },
  }),
  endpoint({
    method: "patch",
    path: "/api/chats/:linkId",
    tag: CHATS,
    summary: "Choose the categories of which the chat gets no copies",
    verb: muteChat,
    body: muteChatInput,
    answer: linkedChat,
    examples: { body: { version: 1, muted: ["tasks"] }, answer: { ...chat, muted: ["tasks"], version: 2 } },
  }),
  endpoint({
    method: "post",
    path: "/api/chats/:linkId/unlink",
    tag: CHATS,
    summary: "Unlink the chat; for ten minutes it can be linked again",
    verb: unlinkChat,
    body: unlinkChatInput,
    answer: linkedChat,
    examples: { body: { version: 1 }, answer: { ...chat, ended, version: 2 } },
  }),
  endpoint({
    method: "post",
    path: "/api/chats/:linkId/relink",
    tag: CHATS,
    summary: "Take the unlinking back",
    verb: relinkChat,
    body: unlinkChatInput,
    answer: linkedChat,
    examples: { body: { version: 2 }, answer: { ...chat, version: 3 } },
  }),
];

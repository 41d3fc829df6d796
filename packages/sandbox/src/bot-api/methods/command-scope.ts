import type { World } from "../../world/world.ts";
import { badRequest } from "../errors.ts";
import { Input, knownFields } from "../input.ts";
import { chatForReading } from "./chat-access.ts";

const plainScopes = new Set(["default", "all_private_chats", "all_group_chats", "all_chat_administrators"]);

/** A key for the scope and language of a command list. */
export function scopeKey(world: World, input: Input): string {
  const language = input.text("language_code") ?? "";
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest("invalid language code specified");
  return `${scopeOf(world, input)}|${language}`;
}

function scopeOf(world: World, input: Input): string {
  const value = input.json("scope");
  if (value === undefined) return "default";
  const scope = knownFields(value, ["type", "chat_id", "user_id"], "scope");
  const type = String(scope["type"] ?? "");
  if (plainScopes.has(type)) return type;
  const chat = ["chat", "chat_administrators", "chat_member"].includes(type)
    ? chatForReading(world, new Input({ chat_id: scope["chat_id"] }))
    : undefined;
  if (!chat) throw badRequest(`can't parse BotCommandScope: unsupported type "${type}" specified`);
  if (type === "chat_administrators" && chat.type === "private") {
    throw badRequest("can't change commands of administrators in a private chat");
  }
  return type === "chat_member" ? `chat_member/${chat.id}/${String(scope["user_id"])}` : `${type}/${chat.id}`;
}

/** Scopes that apply to a user in a chat, most specific first. */
export function scopesFor(chat: { id: number; private: boolean }, userId: number): string[] {
  return chat.private
    ? [`chat/${chat.id}`, "all_private_chats", "default"]
    : [`chat_member/${chat.id}/${userId}`, `chat/${chat.id}`, "all_group_chats", "default"];
}

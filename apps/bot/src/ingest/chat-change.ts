import type { ChatHooks } from "@stsphera/core/deliveries";
import type { Update } from "@stsphera/telegram";

/** Writes of Telegram about a group itself, which need no answer. */
export type ChatChange = { kind: "moved"; from: string; to: string } | { kind: "lost"; chatId: string };

/** What an update says of its group: it became a supergroup (said in both), or the bot is in it no more. */
export function chatChangeOf({ message, my_chat_member: member }: Update): ChatChange | null {
  if (message?.migrate_to_chat_id !== undefined) {
    return { kind: "moved", from: String(message.chat.id), to: String(message.migrate_to_chat_id) };
  }
  if (message?.migrate_from_chat_id !== undefined) {
    return { kind: "moved", from: String(message.migrate_from_chat_id), to: String(message.chat.id) };
  }
  if (member === undefined || member.chat.type === "private") return null;
  const { status } = member.new_chat_member;
  return status === "left" || status === "kicked" ? { kind: "lost", chatId: String(member.chat.id) } : null;
}

/** Does what the change asks for; a repeated one changes nothing more. */
export async function followChatChange(
  change: ChatChange,
  hooks: Pick<ChatHooks, "moved" | "lost">,
  moveRows: (from: string, to: string) => Promise<void>,
): Promise<void> {
  if (change.kind === "lost") return hooks.lost(change.chatId);
  await hooks.moved(change.from, change.to);
  await moveRows(change.from, change.to);
}

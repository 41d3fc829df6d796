import type { BotWorld } from "./bot-world.ts";

/** The dialogue in the bot's memory of a chat: null when it has ended, undefined when there never was one. */
export async function dialogueOf({ world }: BotWorld, chatId: number): Promise<unknown> {
  const [row] = await world.db.read<{ state: { dialogue: unknown } }>(
    "select state from bot_dialogues where chat_id = $1",
    [chatId],
  );
  return row?.state.dialogue;
}

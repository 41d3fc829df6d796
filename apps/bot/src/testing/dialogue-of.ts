import type { BotWorld } from "./bot-world.ts";

/** What the bot remembers of the dialogue in a chat: null when it is over, undefined where none ever was. */
export async function dialogueOf({ world }: BotWorld, chatId: number): Promise<unknown> {
  const [row] = await world.db.read<{ state: { dialogue: unknown } }>(
    "select state from bot_dialogues where chat_id = $1",
    [chatId],
  );
  return row?.state.dialogue;
}

import type { BotWorld } from "./bot-world.ts";
import { FOREMAN } from "./chats.ts";

export { FOREMAN };

export type LedgerRow = {
  id: number;
  quantity: string;
  kind: string;
  volumeId: number;
  date: string;
  notes: string | null;
  reason: string | null;
};

/** All rows of the ledger, oldest first. */
export const ledgerOf = (bot: BotWorld): Promise<LedgerRow[]> =>
  bot.world.db.read<LedgerRow>(
    `select id, trim_scale(quantity)::text as quantity, kind, floor_volume_id as "volumeId", date::text as date,
       notes, reason_code as reason from daily_plan_fact order by id`,
    [],
  );

/** As the foreman, opens the question for the quantity of a line. */
export async function openLine(bot: BotWorld, line = "Модули · Юг 1 "): Promise<void> {
  await bot.say(FOREMAN, "/fact");
  await bot.press(FOREMAN, line);
}

/** As the foreman, saves an entry with this quantity. */
export async function enterQuantity(bot: BotWorld, quantity: string, line?: string): Promise<void> {
  await openLine(bot, line);
  await bot.say(FOREMAN, quantity);
  await bot.press(FOREMAN, "Записать");
}

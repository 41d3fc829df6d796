import type { World } from "../../../testing/index.ts";
import type { Arrived } from "./week.ts";

type Line = { who: string; number: number; titles: string };

/** The messages by day and person, as rows and as a text, with the morning cards in full. */
export function tableOf(arrived: readonly Arrived[]): { rows: Line[]; text: string } {
  const counted = Map.groupBy(arrived, ({ name, day }) => `${day} ${name}`);
  const rows = [...counted]
    .map(([who, messages]) => ({
      who,
      number: messages.length,
      titles: messages.map(({ time, title }) => `${time.slice(0, 5)} ${title}`).join(" | "),
    }))
    .toSorted((a, b) => a.who.localeCompare(b.who));
  const lines = rows.map(({ who, number, titles }) => `${who}: ${number} · ${titles}\n`);
  const cards = arrived
    .filter(({ text }) => /^(?:🌅|⚠️|🗂|🌇)/u.test(text))
    .map(({ day, time, name, text }) => `\n${day} ${time.slice(0, 5)} ${name}\n${text}\n`);
  return { rows, text: [...lines, ...cards].join("") };
}

/**
 * Important notifications that neither came as a message nor stand in a list that did. What is no longer to be told, since
 * it was settled while it waited, is not lost; nor what waits for its reader's working day.
 */
export const lostOf = (world: World): Promise<object[]> =>
  world.db.read(
    `select n.id, n.type, n.title, u.full_name as name from notifications n join users u on u.id = n.user_id
     where n.priority in ('high', 'critical') and n.read_at is null
       and not exists (select from deliveries d where d.notification_id = n.id
         and (d.status in ('sent', 'queued') or d.params = '{}'::jsonb))
       and not exists (select from message_folds f join deliveries d on d.card_key = 'burst:' || f.id
         where n.id = any (f.notification_ids) and d.user_id = n.user_id and d.status in ('sent', 'queued'))`,
    [],
  );

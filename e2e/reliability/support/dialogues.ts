import type { Reached } from "./running.ts";
import type { Site } from "./sites.ts";
import { until } from "./until.ts";

export type Wanted = { cell: number; quantity: string };

/** The dialogue started by a message: its id is the id of that message's update. */
async function dialogueOf({ sql }: Reached, person: number, messageId: number): Promise<string> {
  const updateId = await until(
    `the update of message ${messageId}`,
    async () => {
      const [row] = await sql<{ id: string }[]>`
        select update_id::text as id from bot_updates
        where chat_id = ${person} and payload -> 'message' ->> 'message_id' = ${String(messageId)}`;
      return row?.id;
    },
    { seconds: 120, everyMs: 150 },
  );
  return Number(updateId).toString(36);
}

/** Makes one entry as a user (/fact, a line, a typed quantity, «Записать») without waiting for the answers. */
async function enterOne(running: Reached, site: Site, wanted: Wanted, chooses: boolean): Promise<void> {
  const { control } = running;
  const { person } = site;
  const { messageIds } = await control.say(person, "/fact");
  const [messageId] = messageIds;
  if (messageId === undefined) throw new Error("the message was not sent");
  const dialogue = await dialogueOf(running, person, messageId);
  const press = (what: string) => control.press(person, messageId, `d1:${dialogue}:${what}`);
  if (chooses) await press(`pick:${site.objectId}`);
  await press(`pick:${wanted.cell}`);
  await control.say(person, wanted.quantity);
  await press("send");
}

/** Enters each cell of the site once, one after the other; different quantities tell the entries apart. */
export async function enterAll(
  running: Reached,
  site: Site,
  wanted: readonly Wanted[],
  entered: () => void = () => undefined,
): Promise<void> {
  const [row] = await running.sql<{ objects: number }[]>`
    select count(distinct m.object_id)::int as objects from object_roles m join users u on u.id = m.user_id
    where u.telegram_id = ${site.person}`;
  const chooses = (row?.objects ?? 1) > 1;
  for (const one of wanted) {
    await enterOne(running, site, one, chooses);
    entered();
  }
}

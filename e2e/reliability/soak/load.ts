import { personClient } from "../support/api-client.ts";
import type { Running } from "../support/running.ts";
import type { Site } from "../support/sites.ts";

export type Done = {
  asked: number;
  statuses: Map<number, number>;
  said: number;
  saved: number;
  troubles: string[];
};

/** Cells written through the API; a second entry of the same line in a chat would cause a question. */
const API_CELLS = 10;

const count = (done: Done, status: number): void => {
  done.asked += 1;
  done.statuses.set(status, (done.statuses.get(status) ?? 0) + 1);
};

/** Requests of a typical working day; every tenth is an entry. */
export async function createRequests(running: Running, sites: readonly Site[], done: Done) {
  const people = await Promise.all(
    sites.map(async (site) => ({ site, client: await personClient(running, site.person) })),
  );
  let turn = 0;

  async function write(at: number): Promise<number> {
    const { site, client } = people[at % people.length] ?? missing();
    const cell = site.cells[Math.floor(Math.random() * API_CELLS)];
    const body = { floorVolumeId: cell, date: site.today, quantity: "1", confirmDuplicate: true };
    const headers = { "idempotency-key": `soak-${at}` };
    return (await client.send("POST", `/objects/${site.objectId}/facts`, body, headers)).status;
  }

  async function read(at: number): Promise<number> {
    const { site, client } = people[at % people.length] ?? missing();
    const object = `/objects/${site.objectId}`;
    const paths = [
      "/objects?limit=20",
      object,
      `${object}/dashboard`,
      `${object}/fact-form`,
      `${object}/floor-volumes`,
      `${object}/facts?limit=20`,
      "/notifications",
      "/notifications/summary",
      "/me",
    ];
    return (await client.send("GET", paths[Math.floor(at / people.length) % paths.length] ?? "/me")).status;
  }

  return async (): Promise<void> => {
    const at = turn++;
    try {
      count(done, await (at % 10 === 0 ? write(Math.floor(at / 10)) : read(at)));
    } catch (error) {
      count(done, 0);
      done.troubles.push(String(error));
    }
  };
}

const missing = (): never => {
  throw new Error("nobody is there");
};

type Talk = { site: Site; step: number; cell: number; messageId: number; dialogue: string };

/** Users in chats who make entries step by step: /fact, the line, the quantity, «Записать». */
export function createUpdates({ control, sql }: Running, sites: readonly Site[], done: Done) {
  const talks: Talk[] = sites.map((site) => ({ site, step: 0, cell: 0, messageId: 0, dialogue: "" }));
  let turn = 0;

  async function nameOf(talk: Talk): Promise<string> {
    const [row] = await sql<{ id: string }[]>`
      select update_id::text as id from bot_updates where chat_id = ${talk.site.person}
        and payload -> 'message' ->> 'message_id' = ${String(talk.messageId)}`;
    return row === undefined ? "" : Number(row.id).toString(36);
  }

  async function step(talk: Talk): Promise<void> {
    const { person, cells } = talk.site;
    const press = (what: string) => control.press(person, talk.messageId, `d1:${talk.dialogue}:${what}`);
    switch (talk.step) {
      case 0:
        talk.messageId = (await control.say(person, "/fact")).messageIds[0] ?? 0;
        break;
      case 1:
        talk.dialogue = await nameOf(talk);
        await press(`pick:${cells[API_CELLS + (talk.cell % (cells.length - API_CELLS))]}`);
        break;
      case 2:
        await control.say(person, "2");
        break;
      default:
        await press("send");
        talk.cell += 1;
        done.saved += 1;
    }
    talk.step = (talk.step + 1) % 4;
  }

  return async (): Promise<void> => {
    const talk = talks[turn++ % talks.length] ?? missing();
    try {
      await step(talk);
      done.said += 1;
    } catch (error) {
      done.troubles.push(String(error));
    }
  };
}

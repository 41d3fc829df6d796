import { relayNext } from "@stsphera/core/notify";
import { insertEvents, insertFacts, openTasks } from "./events.ts";
import { atLeast, atMost, type MessageCase, timed } from "./message-case.ts";
import { TODAY } from "../world/world.ts";

const TASKS = 5_000;
const FACTS = 5_000;
/** Twice what the API writes in a second, measured with the relay beside it. */
const TWICE_THE_WRITES = 308;

/** 10,000 events, tasks of thousands and facts of all objects, made rows and messages. */
export const fanOut: MessageCase = {
  name: "messages-fan-out",
  async measure({ db, relay }) {
    await db.sql`update outbox set relayed_at = now() where relayed_at is null`;
    const tasks = await openTasks(db, TASKS);
    await insertEvents(
      db,
      tasks.map((task) => ({ type: "task.assigned", ...task })),
    );
    await insertFacts(db, FACTS, TODAY);
    const [before] = await db.read<{ number: number }>(`select count(*)::int as number from deliveries`, []);
    const ms = await timed(async () => {
      for (let kind = "relayed"; kind !== "idle";) kind = (await relayNext(relay)).kind;
    });
    const [after] = await db.read<{ number: number; parked: number }>(
      `select (select count(*)::int from deliveries) as number,
         (select count(*)::int from outbox where relayed_at is null) as parked`,
      [],
    );
    const events = tasks.length + FACTS;
    return [
      atMost(`fan-out of ${events} events`, ms / 1000, 30, "s"),
      atLeast("events a second", events / (ms / 1000), TWICE_THE_WRITES, ""),
      atLeast("messages queued", (after?.number ?? 0) - (before?.number ?? 0), tasks.length, ""),
      atMost("events that stayed", after?.parked ?? events, 0, ""),
    ];
  },
};

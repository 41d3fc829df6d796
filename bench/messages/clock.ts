import { findEscalations, MAX_ESCALATED } from "@stsphera/core";
import { relayNext } from "@stsphera/core/notify";
import { DUE_ROWS, readOfficeDays } from "@stsphera/core/registry";
import { sweepSchedule } from "@stsphera/core/schedule";
import { atLeast, atMost, type MessageCase, timed } from "./message-case.ts";
import { NOW, TODAY } from "../world/world.ts";

/** What a sweep of escalations reads among 200,000 tasks. */
export const escalations: MessageCase = {
  name: "messages-escalations",
  async measure({ db }) {
    const took: number[] = [];
    let found = 0;
    for (let round = 0; round < 5; round += 1)
      took.push(
        await timed(async () => void (found = (await findEscalations(db, NOW, MAX_ESCALATED)).length)),
      );
    const [median = 0] = took.toSorted((a, b) => a - b).slice(2);
    const [row] = await db.read<{ tasks: number }>(`select count(*)::int as tasks from tasks`, []);
    return [
      atLeast("tasks", row?.tasks ?? 0, 200_000, ""),
      atLeast("found at once", found, 1, ""),
      atMost("escalation sweep, median of 5", median / 1000, 1, "s"),
    ];
  },
};

/** The times of a morning in Moscow at which cards become due, in UTC. */
const MORNING = ["03:30", "04:00", "04:15", "04:30", "05:00", "05:30", "06:00"];

/** The morning cards of everybody, claimed and made. */
export const morning: MessageCase = {
  name: "messages-morning",
  async measure({ db, relay, warn, setClock }) {
    await db.sql`update outbox set relayed_at = now() where relayed_at is null`;
    let ms = 0;
    for (const time of MORNING) {
      const now = new Date(`${TODAY}T${time}:00Z`);
      setClock(now);
      ms += await timed(async () => {
        await sweepSchedule({ db, now: () => now, warn }, { due: DUE_ROWS, paced: [], readOfficeDays });
        for (let kind = "relayed"; kind !== "idle";) kind = (await relayNext(relay)).kind;
      });
    }
    setClock(NOW);
    const [row] = await db.read<{ claimed: number; cards: number }>(
      `select (select count(*)::int from outbox where type = 'digest.morning') as claimed,
         (select count(*)::int from notifications where type = 'digest.morning') as cards`,
      [],
    );
    return [
      atLeast("people who were due", row?.claimed ?? 0, 1_900, ""),
      atLeast("cards made", row?.cards ?? 0, 1, ""),
      atMost("morning cards", ms / 1000, 30, "s"),
    ];
  },
};

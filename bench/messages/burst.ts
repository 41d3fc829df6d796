import { setTimeout as sleep } from "node:timers/promises";
import { startDeliveryLoop } from "../../apps/scheduler/src/loops/delivery-loop.ts";
import { atLeast, atMost, type MessageCase } from "./message-case.ts";
import { mostInWindow, overBucket } from "./windows.ts";

const MESSAGES = 2_900;
const PEOPLE = 300;
const GROUPS = 5;
const TO_A_GROUP = 20;
const ALL = MESSAGES + GROUPS * TO_A_GROUP;
/** What Telegram allows: overall in a second, to a group in a minute, to a chat at once and then one a second. */
const LIMITS = { overall: 30, group: 20, chat: 3 };

/** 2,900 messages to 300 people and 20 to each of five groups, sent within the limits. */
export const burst: MessageCase = {
  name: "messages-burst",
  async measure({ db, deliverer, standIn, warn }) {
    await db.sql`update deliveries set status = 'superseded' where status in ('queued', 'sending')`;
    await db.sql`truncate telegram_limits`;
    standIn.arrivals.splice(0);
    await db.sql`
      insert into deliveries (dedupe_key, chat_id, method, params, priority, not_before, created_at)
      select 'burst:' || n, case when n <= ${MESSAGES} then 9000000 + n % ${PEOPLE} else -9000000 - n % ${GROUPS} end,
        'sendMessage', jsonb_build_object('text', 'message ' || n), 2, '-infinity', now()
      from generate_series(1, ${ALL}) n order by random()`;
    const loop = startDeliveryLoop(deliverer, warn);
    try {
      while (standIn.arrivals.length < ALL) await sleep(100);
    } finally {
      await loop.stop();
    }
    const all = standIn.arrivals.map(({ at }) => at).toSorted((a, b) => a - b);
    const seconds = ((all.at(-1) ?? 0) - (all[0] ?? 0)) / 1000;
    const byChat = [...Map.groupBy(standIn.arrivals, ({ chat }) => chat)].map(([chat, came]) => ({
      chat,
      moments: came.map(({ at }) => at).toSorted((a, b) => a - b),
    }));
    const groups = byChat.filter(({ chat }) => chat < 0);
    const different = new Set(standIn.arrivals.map(({ text }) => text)).size;
    return [
      atLeast("messages that came once", different === standIn.arrivals.length ? different : 0, ALL, ""),
      atLeast("share of Telegram's overall limit", (ALL / LIMITS.overall / seconds) * 100, 90, "%"),
      atMost("most in a second", mostInWindow(all, 1_000), LIMITS.overall, ""),
      atMost(
        "most to a group in a minute",
        Math.max(...groups.map(({ moments }) => mostInWindow(moments, 60_000))),
        LIMITS.group,
        "",
      ),
      atMost(
        "too early for a chat",
        byChat.reduce((sum, { moments }) => sum + overBucket(moments, LIMITS.chat, 1_000), 0),
        0,
        "",
      ),
    ];
  },
};

import { localTime } from "../../../kernel/index.ts";
import { createDeliverer } from "../../../platform/deliveries/index.ts";
import { fakeTelegram } from "../../../platform/deliveries/testing/fake-telegram.ts";
import { createRedraw, relayNext } from "../../../platform/notify/index.ts";
import { sweepSchedule } from "../../../platform/schedule/index.ts";
import type { World } from "../../../testing/index.ts";
import { DUE_ROWS, NOTICES, readOfficeDays } from "../../index.ts";
import { closeOverdueShift, findOverdueShifts } from "../../shifts/index.ts";
import { escalateTasks, findEscalations, MAX_ESCALATED } from "../../tasks/index.ts";

/** A message that made a new line in a chat, with the local day and time of its reader. */
export type Arrived = {
  chat: string;
  name: string;
  day: string;
  time: string;
  title: string;
  text: string;
  critical: boolean;
};

export type Person = { chat: string; name: string; zone: string };

export type Week = {
  arrived: Arrived[];
  warnings: string[];
  /** Moves the clock: everything that became due is told and sent. */
  at(now: Date): Promise<void>;
};

/** Everything that the scheduler does in a minute, over a Telegram that accepts all, with the messages by time. */
export function openWeek(world: World, people: readonly Person[]): Week {
  const persons = new Map(people.map((person) => [person.chat, person]));
  const arrived: Arrived[] = [];
  const warnings: string[] = [];
  const clock = { now: world.now };
  const telegram = fakeTelegram();
  const deps = {
    db: world.db,
    now: () => clock.now,
    publicUrl: "https://sts.example",
    notices: NOTICES,
    warn: (message: string, error: unknown) => void warnings.push(`${message}: ${String(error)}`),
  };
  const deliverer = createDeliverer({ ...deps, api: telegram.api, redraw: createRedraw(deps) });
  const job = world.job("week", "settings.manage");

  async function escalate(): Promise<Record<string, number>> {
    const due = await findEscalations(world.db, clock.now, MAX_ESCALATED);
    if (due.length === 0) return {};
    const taskIds = due.map(({ taskId }) => taskId);
    const { escalated } = await escalateTasks.run(world.ctx(job, { now: clock.now }), { taskIds });
    return { escalated };
  }
  async function closeShifts(): Promise<Record<string, number>> {
    const due = await findOverdueShifts(world.db, clock.now);
    for (const shift of due) await closeOverdueShift.run(world.ctx(job, { now: clock.now }), shift);
    return { closed: due.length };
  }
  /** Texts of alarms, which ring whenever they come. */
  async function alarms(): Promise<Set<string>> {
    const rows = await world.db.read<{ text: string }>(
      `select d.params ->> 'text' as text from deliveries d where d.priority = 1`,
      [],
    );
    return new Set(rows.map(({ text }) => text));
  }
  async function note(calls: readonly { method: string; params: Record<string, unknown> }[]): Promise<void> {
    const sent = calls.filter(({ method }) => method === "sendMessage");
    const critical = sent.length === 0 ? new Set<string>() : await alarms();
    for (const { params } of sent) {
      const chat = String(params["chat_id"]);
      const { name, zone } = persons.get(chat) ?? { name: chat, zone: "Europe/Moscow" };
      const text = String(params["text"]);
      const plain = text.replace(/<[^>]*>/g, "");
      const [title = ""] = plain.split("\n");
      const { day, time } = localTime(clock.now, zone);
      arrived.push({ chat, name, day, time, title, text: plain, critical: critical.has(text) });
    }
  }

  return {
    arrived,
    warnings,
    async at(now) {
      clock.now = now;
      await sweepSchedule(deps, {
        due: DUE_ROWS,
        paced: [
          { job: "escalations", everyMinutes: 15, work: escalate },
          { job: "shift-closings", everyMinutes: 15, work: closeShifts },
        ],
        readOfficeDays,
      });
      for (let kind = "relayed"; kind !== "idle";) kind = (await relayNext(deps)).kind;
      for (let sent = 1; sent > 0;) {
        await world.db.sql`delete from telegram_limits`;
        sent = await deliverer.drainOnce();
      }
      await note(telegram.calls.splice(0));
    },
  };
}

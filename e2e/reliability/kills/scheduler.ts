import { killAlong } from "../support/killer.ts";
import { claim, prove, type Proof } from "../support/report.ts";
import type { Running } from "../support/running.ts";
import { queueMessages, stateOf } from "../support/queue-messages.ts";
import { arrivals, doublesOf, watchCalls } from "../support/sends.ts";
import { settled } from "../support/settled.ts";

export type SchedulerKills = { people: readonly number[]; messages: number; kills: number };

/** For how long after the last kill messages may still wait. */
const EMPTY_WITHIN_SECONDS = 90;

/** Kills the scheduler by SIGKILL while it sends: every message must arrive, a few may arrive twice. */
export const killScheduler = (
  running: Running,
  { people, messages, kills: times }: SchedulerKills,
): Promise<Proof> =>
  prove(`Scheduler killed ${times} times during ${messages} deliveries`, async () => {
    const { control } = running;
    await settled(running, 120);
    const calls = await watchCalls(control);
    await queueMessages(running, { people, messages, prefix: "proof" });
    const sentSoFar = async () => (await stateOf(running, "proof")).sent;
    const killed = await killAlong(running, "scheduler", { times, total: messages, progress: sentSoFar });
    const lastKill = performance.now();
    await settled(running, 900);
    const emptyAfter = Math.round((performance.now() - lastKill) / 1000);
    const all = arrivals(await calls.stop());
    const ours = new Map([...all].filter(([content]) => content.includes('"proof ')));
    const doubles = doublesOf(ours);
    const { failed: refused } = await stateOf(running, "proof");
    return {
      figures: {
        "messages queued": messages,
        "messages that arrived": ours.size,
        kills: killed.count,
        "sends in flight at the kills": killed.inFlight,
        "messages that came twice": doubles,
        "seconds from the last kill until empty": emptyAfter,
      },
      claims: [
        claim(
          `none lost (${messages - ours.size}), none failed (${refused})`,
          ours.size === messages && refused === 0,
        ),
        claim(
          `doubles (${doubles}) ≤ sends in flight at the kills (${killed.inFlight})`,
          doubles <= killed.inFlight,
        ),
        claim(
          `empty ${emptyAfter} s after the last kill, within ${EMPTY_WITHIN_SECONDS}`,
          emptyAfter <= EMPTY_WITHIN_SECONDS,
        ),
      ],
    };
  });

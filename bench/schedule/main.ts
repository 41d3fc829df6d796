// What the schedule's engine takes for 2,000 rows and 3,000 links: a full pass, and the cascade of one row.
// pnpm bench:schedule
import {
  cascade,
  computeSchedule,
  createWorkdays,
  type Network,
  type Schedule,
  type ScheduleLink,
  workWeek,
} from "@stsphera/schedule";

const ROWS = 2000;
const LINKS = 3000;
const ROUNDS = 60;
/** Every tenth row is the summary of the nine after it. */
const GROUP = 10;

function networkOf(): Network {
  let state = 13;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    id: `r${index}`,
    parent: index % GROUP === 0 ? null : `r${index - (index % GROUP)}`,
    duration: below(20),
    calendar: below(3) === 0 ? "site" : null,
    constraint: below(20) === 0 ? ({ kind: "not_earlier", edge: "start", day: "2026-06-01" } as const) : null,
  }));
  const links = new Map<string, ScheduleLink>();
  while (links.size < LINKS) {
    const to = 1 + below(ROWS - 1);
    // Most links lead to a row near by, some far ahead.
    const from = Math.max(0, to - 1 - below(below(10) === 0 ? 1000 : 12));
    if (from % GROUP === 0 || to % GROUP === 0) continue;
    const type = (["FS", "FS", "FS", "SS", "FF"] as const)[below(5)] ?? "FS";
    const unit = below(4) === 0 ? "elapsed" : "work";
    links.set(`${from} ${to} ${type}`, { from: `r${from}`, to: `r${to}`, type, lag: below(5) - 1, unit });
  }
  const holidays = new Map([["2026-05-11", false] as const, ["2026-06-12", false] as const]);
  const week = (days: number) =>
    createWorkdays(
      workWeek({ weekdays: Array.from({ length: days }, (_, day) => day + 1), exceptions: holidays }),
    );
  return {
    start: "2026-04-15",
    rows,
    links: [...links.values()],
    calendars: { main: week(5), site: week(6) },
  };
}

function need<T extends { problems?: unknown }>(result: T): Exclude<T, { problems: object[] }> {
  if (result.problems) throw new Error(JSON.stringify(result.problems));
  return result as Exclude<T, { problems: object[] }>;
}

/** Milliseconds of CPU per round: the median and the ninth tenth. */
function measure(name: string, round: () => void): void {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    round();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
  console.log(`${name}: ${at(0.5)} ms CPU, p90 ${at(0.9)} ms`);
}

const network = networkOf();
const full = (): Schedule => need(computeSchedule(network)).schedule;
const cold = process.cpuUsage();
const schedule = full();
const { user, system } = process.cpuUsage(cold);
console.log(
  `the first pass of the process, calendars included: ${((user + system) / 1000).toFixed(1)} ms CPU`,
);
console.log(`${network.rows.length} rows, ${network.links.length} links, finish ${schedule.finish}`);
measure("full pass", full);
let duration = 1;
let moved = 0;
measure("cascade of one row", () => {
  duration += 1;
  moved = need(cascade(schedule, [{ id: "r101", duration }])).moved.length;
});
console.log(`the last cascade moved ${moved} rows`);

import { expect, test } from "vitest";
import { computed, network, row } from "../testing/compute.ts";
import {
  around,
  createRandom,
  type Random,
  randomConstraint,
  randomNetwork,
} from "../testing/random-network.ts";
import { cascade, type RowChange } from "./cascade.ts";
import { explain } from "./explain.ts";
import type { Network } from "./network.ts";
import { allDates, rowDates } from "./row-dates.ts";
import { computeSchedule, type Schedule } from "./schedule.ts";

const shape = {
  rows: 24,
  links: 30,
  elapsed: true,
  calendars: true,
  summaries: true,
  constraints: true,
  facts: true,
};

function randomChange(random: Random, { rows }: Network): RowChange {
  const index = random.whole(0, rows.length - 1);
  const id = `r${index}`;
  // Every fourth row is a summary: it may be held back, nothing else.
  if (index % 4 === 0) {
    return { id, constraint: { kind: "not_earlier", edge: "start", day: around(random, 0, 40) } };
  }
  return random.one<RowChange>([
    { id, duration: random.whole(0, 15) },
    { id, constraint: random.chance(0.3) ? null : randomConstraint(random) },
    { id, calendar: random.one([null, "site", "every"]) },
    { id, heldUntil: random.chance(0.3) ? null : around(random, 0, 50) },
    { id, actualStart: around(random, 0, 10), actualFinish: around(random, 10, 16) },
    { id, actualStart: around(random, 0, 16), actualFinish: null, remaining: random.whole(1, 9) },
    { id, actualStart: null, actualFinish: null, remaining: null },
  ]);
}

/** All that is known of a schedule, as text: comparing thousands of objects by their fields takes seconds. */
const everything = (schedule: Schedule) =>
  JSON.stringify({
    dates: allDates(schedule),
    reasons: schedule.topology.ids.map((id) => explain(schedule, id)),
    finish: schedule.finish,
  });

test("the cascade of random changes equals the whole calculation in 1,000 networks, and keeps working durations", () => {
  const random = createRandom(47);
  let moves = 0;
  for (let round = 0; round < 1000; round += 1) {
    const before = computed(randomNetwork(random, shape));
    const untouched = round % 10 === 0 ? everything(before) : null;
    const changes = Array.from({ length: random.whole(1, 2) }, () => randomChange(random, before.network));
    const dataDate = random.chance(0.2) ? "2026-05-14" : before.network.dataDate;
    const result = cascade(before, changes, dataDate);
    if (result.problems) throw new Error(JSON.stringify(result.problems));
    const { schedule, moved } = result;
    const whole = computeSchedule(schedule.network);
    if (whole.problems) throw new Error(JSON.stringify(whole.problems));
    expect(everything(schedule), `network ${round}`).toBe(everything(whole.schedule));
    if (untouched !== null) expect(everything(before), `network ${round}`).toBe(untouched);
    moves += moved.length;
    // One assertion a network: thirty thousand of them would take longer than what they look at.
    const stretched = schedule.topology.ids.filter((_, index) => {
      const task = schedule.tasks[index];
      const { at } = schedule.topology.children;
      if (!task || at[index] !== at[index + 1] || task.actualStart !== null || task.left === 0) return false;
      const { startPoint, endPoint } = schedule.dates;
      const worked =
        task.workdays.ordinal(endPoint[index] ?? 0) - task.workdays.ordinal(startPoint[index] ?? 0);
      return worked !== schedule.network.rows[index]?.duration;
    });
    expect(stretched, `network ${round}`).toEqual([]);
  }
  expect(moves).toBeGreaterThan(1000);
});

test("a move names the rows it moves, with their dates before and after, and leaves the rest", () => {
  const before = computed(network("2026-05-06", [row("A", 3), row("B", 2), row("C", 1)], ["A FS B"]));
  const result = cascade(before, [
    { id: "A", constraint: { kind: "not_earlier", edge: "start", day: "2026-05-12" } },
  ]);
  if (result.problems) throw new Error(JSON.stringify(result.problems));
  expect(result.moved).toEqual([
    {
      id: "A",
      before: { start: "2026-05-06", finish: "2026-05-08" },
      after: { start: "2026-05-12", finish: "2026-05-14" },
    },
    {
      id: "B",
      before: { start: "2026-05-12", finish: "2026-05-13" },
      after: { start: "2026-05-15", finish: "2026-05-18" },
    },
  ]);
  expect(result.schedule.finish).toBe("2026-05-18");
  expect(rowDates(before, "B")?.start).toBe("2026-05-12");
});

test("changes that cannot be are refused by name", () => {
  const before = computed(network("2026-05-06", [row("A", 3)], []));
  expect(cascade(before, [{ id: "Z", duration: 1 }]).problems).toEqual([
    { kind: "unknown_change", row: "Z" },
  ]);
  expect(cascade(before, [{ id: "A", duration: -1 }]).problems).toEqual([{ kind: "bad_duration", row: "A" }]);
  expect(cascade(before, [], "2026-02-30").problems).toEqual([{ kind: "bad_data_date" }]);
});

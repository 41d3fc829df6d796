import { expect, test } from "vitest";
import { dayNumber } from "./days.ts";
import { computed } from "../testing/compute.ts";
import { around, createRandom, randomNetwork } from "../testing/random-network.ts";
import { simulate } from "../testing/simulate.ts";

const shape = { rows: 10, links: 14, shortest: 1, longest: 8, elapsed: true, calendars: true };
const last = (placed: ReturnType<typeof simulate>) => Math.max(...[...placed.values()].map(({ end }) => end));

test("early dates are those of a simulation day by day in 1,000 random networks with three calendars", () => {
  const random = createRandom(29);
  for (let round = 0; round < 1000; round += 1) {
    const network = randomNetwork(random, shape);
    const held = network.rows[random.whole(0, 9)]?.id ?? "";
    const until = around(random, 0, 60);
    const placed = simulate(network, new Map([[held, dayNumber(until)]]));
    const rows = network.rows.map((row) => (row.id === held ? { ...row, heldUntil: until } : row));
    const { topology, dates } = computed({ ...network, rows });
    const own = topology.ids.map((id, index) =>
      [id, dates.startPoint[index], dates.endPoint[index]].join(" "),
    );
    const walked = [...placed].map(([id, { first, end }]) => [id, first, end].join(" "));
    expect(own, `network ${round}`).toEqual(walked);
  }
});

test("a row held back by its whole float moves no finish, by a day more it does; the free float moves no other row", () => {
  const random = createRandom(31);
  for (let round = 0; round < 60; round += 1) {
    const network = randomNetwork(random, { ...shape, rows: 8, links: 9 });
    const { topology, dates, late, free, tasks } = computed(network);
    const early = simulate(network);
    topology.ids.forEach((id, index) => {
      const task = tasks[index];
      if (task === undefined) throw new Error("a row without a task");
      const heldTo = (begins: number) => simulate(network, new Map([[id, task.workdays.day(begins)]]));
      const begins = late.begins[index] ?? 0;
      expect(last(heldTo(begins)), `network ${round}, ${id}`).toBe(last(early));
      expect(last(heldTo(begins + 1)), `network ${round}, ${id}`).toBeGreaterThan(last(early));
      const freely = heldTo((dates.begins[index] ?? 0) + (free[index] ?? 0) - (dates.ends[index] ?? 0));
      const others = (placed: typeof early) => [...placed].filter(([other]) => other !== id);
      expect(others(freely), `network ${round}, ${id}`).toEqual(others(early));
    });
  }
});

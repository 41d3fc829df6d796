import { expect, test } from "vitest";
import { everyDay } from "../testing/calendars.ts";
import { computed } from "../testing/compute.ts";
import { createRandom, randomNetwork } from "../testing/random-network.ts";
import { dayNumber } from "./days.ts";
import type { Network, ScheduleLink } from "./network.ts";

/** Start of the successor after the start of the predecessor, in days. */
function weight({ type, lag }: ScheduleLink, from: number, to: number): number {
  return lag + { FS: from, SS: 0, FF: from - to, SF: -to }[type];
}

/** Walks every path of a network, however many there are: the earliest starts, and the days left behind each start. */
function walkAllPaths({ rows, links }: Network) {
  const duration = new Map(rows.map((row) => [row.id, row.duration]));
  const of = (id: string) => duration.get(id) ?? 0;
  const earliest = new Map(rows.map((row) => [row.id, 0]));
  const tail = new Map<string, number>();
  const down = (id: string, at: number): void => {
    earliest.set(id, Math.max(earliest.get(id) ?? 0, at));
    for (const link of links) {
      if (link.from === id) down(link.to, Math.max(at + weight(link, of(id), of(link.to)), 0));
    }
  };
  const longest = (id: string): number => {
    const after = links
      .filter((link) => link.from === id)
      .map((link) => weight(link, of(id), of(link.to)) + longest(link.to));
    return Math.max(of(id), ...after);
  };
  for (const { id } of rows) down(id, 0);
  for (const { id } of rows) tail.set(id, longest(id));
  const finish = Math.max(...rows.map(({ id }) => (earliest.get(id) ?? 0) + of(id)));
  return { earliest, tail, finish };
}

test("starts, floats and the critical path are those of the longest path in 1,000 random networks", () => {
  const random = createRandom(13);
  for (let round = 0; round < 1000; round += 1) {
    const network: Network = {
      ...randomNetwork(random, { rows: 12, links: 16 }),
      calendars: { main: everyDay },
    };
    const { earliest, tail, finish } = walkAllPaths(network);
    const { topology, dates, late, critical } = computed(network);
    const start = dayNumber(network.start);
    const begin = everyDay.ordinal(start);
    const starts = topology.ids.map((_, index) => (dates.begins[index] ?? 0) - begin);
    const floats = topology.ids.map((_, index) => (late.begins[index] ?? 0) - (dates.begins[index] ?? 0));
    expect(starts, `network ${round}`).toEqual(topology.ids.map((id) => earliest.get(id)));
    expect(floats, `network ${round}`).toEqual(
      topology.ids.map((id) => finish - (tail.get(id) ?? 0) - (earliest.get(id) ?? 0)),
    );
    expect([...critical]).toEqual(floats.map((float) => (float <= 0 ? 1 : 0)));
    expect(Math.max(...dates.endPoint) - start).toBe(finish);
  }
});

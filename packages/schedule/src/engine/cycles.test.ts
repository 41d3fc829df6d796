import { expect, test } from "vitest";
import { createRandom, randomNetwork } from "../testing/random-network.ts";
import type { Network, ScheduleLink } from "./network.ts";
import { computeSchedule } from "./schedule.ts";

const ancestors = ({ rows }: Network, id: string): string[] => {
  const parent = rows.find((row) => row.id === id)?.parent;
  return parent ? [parent, ...ancestors({ rows } as Network, parent)] : [];
};

/** Whether one row waits for another: by a link of theirs or of summaries above, or as a summary and its row. */
function waits(network: Network, before: string, after: string): boolean {
  const [from, to] = [before, after].map((id) => [id, ...ancestors(network, id)]);
  const related = from?.includes(after) === true || to?.includes(before) === true;
  return related || network.links.some((link) => link.from === before && link.to === after);
}

test("in 500 random networks with links in any direction the cycle that is named is one", () => {
  const random = createRandom(61);
  let cycles = 0;
  for (let round = 0; round < 500; round += 1) {
    const plan = randomNetwork(random, { rows: 16, links: 14, summaries: true });
    const turned = plan.links.map((link): ScheduleLink =>
      random.chance(0.08) ? { ...link, type: "FS", from: link.to, to: link.from } : link,
    );
    const network = {
      ...plan,
      links: [...new Map(turned.map((one) => [`${one.from} ${one.to} ${one.type}`, one])).values()],
    };
    const { problems } = computeSchedule(network);
    if (!problems) continue;
    const [problem] = problems;
    if (problem?.kind !== "cycle") throw new Error(JSON.stringify(problem));
    cycles += 1;
    expect(new Set(problem.rows).size).toBe(problem.rows.length);
    problem.rows.forEach((row, index) => {
      const next = problem.rows[(index + 1) % problem.rows.length] ?? row;
      expect(waits(network, row, next), `network ${round}: ${problem.rows.join(" ")}`).toBe(true);
    });
  }
  expect(cycles).toBeGreaterThan(50);
  expect(cycles).toBeLessThan(450);
});

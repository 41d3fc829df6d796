import { createDeliverer } from "@stsphera/core/deliveries";
import { NOTICES } from "@stsphera/core/registry";
import { createDatabase } from "@stsphera/db";
import { createBotApi } from "@stsphera/telegram";
import { NOW, type World } from "../world/world.ts";
import { burst } from "./burst.ts";
import { escalations, morning } from "./clock.ts";
import { fanOut } from "./fan-out.ts";
import { latency } from "./latency.ts";
import type { Measured, MessageCase } from "./message-case.ts";
import { startStandIn } from "./stand-in.ts";

/** What comes by itself: measured with the parts of the scheduler, in this process, over the large database. */
const MESSAGE_CASES: readonly MessageCase[] = [escalations, latency, fanOut, morning, burst];

/** Stands for all of them. */
const ALL = "messages";

export const MESSAGE_CASE_NAMES = [ALL, ...MESSAGE_CASES.map(({ name }) => name)];

/** Measures the cases of `only`, or all, on a copy of the large world; prints each as it ends. */
export async function benchMessages(world: World, only: string | undefined, show: (text: string) => void) {
  const db = createDatabase(world.url, { max: 8 });
  const standIn = await startStandIn();
  const clock = { now: NOW };
  const warnings = new Set<string>();
  const warn = (message: string, error: unknown) => void warnings.add(`${message}: ${String(error)}`);
  const deps = { db, now: () => clock.now, publicUrl: "https://sts.example", warn };
  const api = createBotApi({ token: "1:bench", root: standIn.root });
  try {
    const isAll = only === undefined || only === ALL;
    for (const { name, measure } of MESSAGE_CASES.filter((one) => isAll || one.name === only)) {
      const measured = await measure({
        db,
        warn,
        standIn,
        relay: { ...deps, notices: NOTICES },
        deliverer: createDeliverer({ ...deps, api }),
        setClock: (now) => (clock.now = now),
      });
      show(tableOf(name, measured));
    }
    for (const warning of [...warnings].slice(0, 5)) show(`warned: ${warning}`);
  } finally {
    await standIn.close();
    await db.close();
  }
}

const tableOf = (name: string, measured: readonly Measured[]): string =>
  [
    `### ${name}`,
    "",
    "|  | measured | target |  |",
    "| --- | ---: | ---: | --- |",
    ...measured.map(
      ({ what, figure, target, reached }) =>
        `| ${what} | ${figure} | ${target} | ${reached ? "reached" : "**missed**"} |`,
    ),
    "",
  ].join("\n");

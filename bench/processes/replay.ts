import { randomBytes, randomInt } from "node:crypto";
import type { Sql } from "@stsphera/db";
import type { Pools } from "./pools.ts";
import type { Script, Step } from "./script.ts";

/** Sends the statements of a script as the API sent them. */
export async function replay(pools: Pools, { units, unique }: Script): Promise<void> {
  const fresh = unique === null ? "" : randomBytes(unique.length / 2).toString("hex");
  const send = (on: Sql, step: Step) =>
    on.unsafe(step.text, paramsOf(step, unique, fresh) as never[], { prepare: true });

  for (const { transaction, waits, steps } of units) {
    if (transaction) {
      // postgres.js types a transaction separately from a client, although it has the same interface.
      await pools.orm.begin(async (tx) => {
        for (const step of steps) await send(tx as unknown as Sql, step);
      });
    } else {
      for (const step of steps) {
        const sent = send(pools[step.pool], step);
        if (waits) await sent;
        else sent.catch(fail);
      }
    }
  }
}

const FIRST_FREE_ID = 1_000_000_000;
const MAX_ID = 2_147_483_647;

function paramsOf({ params, fresh, freshIds }: Step, unique: string | null, value: string): unknown[] {
  if (unique === null || fresh.length + freshIds.length === 0) return params;
  return params.map((param, at) => {
    if (freshIds.includes(at)) return randomInt(FIRST_FREE_ID, MAX_ID);
    return fresh.includes(at) ? (param as string).replaceAll(unique, value) : param;
  });
}

function fail(error: unknown): never {
  throw error;
}

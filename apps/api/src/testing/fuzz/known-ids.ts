import type { World } from "@stsphera/core/testing";
import { caseOf, type PreparedWorld, REGISTERED } from "@stsphera/core/testing/verbs";
import { ENDPOINTS } from "../../routes/index.ts";
import type { KnownIds } from "./values.ts";

/** Creates what each verb needs, for the manager and for an admin. */
export async function fillWorld(prepared: PreparedWorld): Promise<void> {
  const { world } = prepared;
  for (const role of ["project_manager", "admin"] as const) {
    const actor = await world.as(role);
    const ctx = world.ctx(actor);
    for (const { verb } of ENDPOINTS) await caseOf(verb.name).input({ prepared, actor, ctx });
  }
}

/** Ids of a few rows of each kind, by the field names of requests, and plausible versions. */
export async function knownIds({ db }: World, objectVersion: number): Promise<KnownIds> {
  const found: Record<string, readonly number[]> = { version: [1, 1, objectVersion, 0], year: [2026, 2027] };
  const tables = REGISTERED.flatMap(({ ids }) => Object.entries(ids));
  for (const [table, names] of tables) {
    const rows = await db.read<{ id: number }>(
      `(select id from ${table} order by id limit 12) union (select id from ${table} order by id desc limit 6)`,
      [],
    );
    if (rows.length === 0) throw new Error(`the world has nothing in ${table}`);
    for (const name of names) found[name] = rows.map(({ id }) => id);
  }
  return found;
}

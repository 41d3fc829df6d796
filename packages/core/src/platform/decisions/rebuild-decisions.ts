import { randomUUID } from "node:crypto";
import { schema } from "@stsphera/db";
import type { SystemActor } from "@stsphera/rbac";
import { and, asc, gt, notInArray } from "drizzle-orm";
import type { Context, Tx } from "../../kernel/index.ts";
import {
  compare,
  type Compared,
  comparePart,
  type DecisionDifference,
  PAGE,
  rowsOf,
} from "./decision-differences.ts";
import type { DecisionSource, Part } from "./decision-source.ts";
import { type repairDecisionsCommand, MAX_MENDED } from "./repair-decisions.ts";

const { pendingDecisions: table } = schema;

type Caller = Pick<Context, "db" | "now" | "warn"> & { actor: SystemActor };

export type RebuiltDecisions = {
  /** Differences found, each with stored and expected row. */
  differences: DecisionDifference[];
  mended: number;
};

/** Compares all stored decisions with computed ones, part by part, repairs and returns the differences. */
export async function rebuildDecisions(
  caller: Caller,
  sources: readonly DecisionSource[],
  repair: ReturnType<typeof repairDecisionsCommand>,
): Promise<RebuiltDecisions> {
  const rebuilt: RebuiltDecisions = { differences: [], mended: 0 };
  for await (const differences of differencesOf(caller, sources)) {
    rebuilt.differences.push(...differences);
    rebuilt.mended += await repairAll(caller, repair, differences);
  }
  return rebuilt;
}

/** Each part is read in one snapshot, so that nothing changes between its two sides. */
async function* differencesOf(
  { db }: Caller,
  sources: readonly DecisionSource[],
): AsyncGenerator<readonly DecisionDifference[]> {
  const still = { isolationLevel: "repeatable read", accessMode: "read only" } as const;
  for (const source of sources) {
    for (let after: number | null = 0; after !== null;) {
      const part: Part = { after, limit: PAGE };
      const compared: Compared = await db.orm.transaction((tx) => comparePart(tx, source, part), still);
      yield compared.differences;
      after = compared.upTo;
    }
  }
  yield* ofNobody(db.orm, sources);
}

/** Rows of things that no domain knows. */
async function* ofNobody(
  on: Pick<Tx, "select">,
  sources: readonly DecisionSource[],
): AsyncGenerator<readonly DecisionDifference[]> {
  const known = sources.map(({ entityType }) => entityType);
  for (let after: number | undefined = 0; after !== undefined;) {
    const rows: (typeof table.$inferSelect)[] = await on
      .select()
      .from(table)
      .where(and(gt(table.id, after), notInArray(table.entityType, known)))
      .orderBy(asc(table.id))
      .limit(PAGE);
    yield compare(rows, []);
    after = rows.at(-1)?.id;
  }
}

async function repairAll(
  caller: Caller,
  repair: ReturnType<typeof repairDecisionsCommand>,
  differences: readonly DecisionDifference[],
): Promise<number> {
  const byThing = new Map(
    differences.map(({ entityType, entityId }) => [`${entityType} ${entityId}`, { entityType, entityId }]),
  );
  const things = [...byThing.values()];
  let mended = 0;
  for (let at = 0; at < things.length; at += MAX_MENDED) {
    const ctx = { ...caller, requestId: randomUUID() };
    mended += (await repair.run(ctx, { things: things.slice(at, at + MAX_MENDED) })).mended;
  }
  return mended;
}

/** Fills an empty table with the decisions of all things, without audit rows. */
export async function addDueDecisions(tx: Tx, sources: readonly DecisionSource[]): Promise<void> {
  for (const source of sources) {
    for (let after: number | undefined = 0; after !== undefined;) {
      const due = await source.due(tx, { after, limit: PAGE });
      const rows = rowsOf(source, due);
      if (rows.length > 0) await tx.insert(table).values(rows);
      after = due.at(-1)?.entityId;
    }
  }
}

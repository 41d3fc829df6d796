import { randomUUID } from "node:crypto";
import type { SystemActor } from "@stsphera/rbac";
import type { Context } from "../../kernel/index.ts";
import { type DecisionDifference, readDecisionDifferences } from "./decision-differences.ts";
import type { DecisionSource } from "./decision-source.ts";
import { type mendDecisionsCommand, MOST_MENDED } from "./mend-decisions.ts";

type Mender = Pick<Context, "db" | "now" | "warn"> & { actor: SystemActor };

export type RebuiltDecisions = {
  /** What was found, each with what stood and what should. */
  differences: DecisionDifference[];
  mended: number;
};

/** Compares all that waits with what should wait, mends what differs and tells what it was. */
export async function rebuildDecisions(
  mender: Mender,
  sources: readonly DecisionSource[],
  mend: ReturnType<typeof mendDecisionsCommand>,
): Promise<RebuiltDecisions> {
  const differences = await readDecisionDifferences(mender.db.orm, sources);
  const byThing = new Map(
    differences.map(({ entityType, entityId }) => [`${entityType} ${entityId}`, { entityType, entityId }]),
  );
  const things = [...byThing.values()];
  let mended = 0;
  for (let at = 0; at < things.length; at += MOST_MENDED) {
    const ctx = { ...mender, requestId: randomUUID() };
    mended += (await mend.run(ctx, { things: things.slice(at, at + MOST_MENDED) })).mended;
  }
  return { differences, mended };
}

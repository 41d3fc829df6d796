import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { type Context, transitionCommand, type Tx } from "../../kernel/index.ts";
import { volumeState } from "./apply-delta.ts";
import { presentAnswer } from "./enter-fact.ts";
import { factLifecycle, type JudgedLoad } from "./fact-lifecycle.ts";
import { readFactRow } from "./fact-row.ts";
import { assertLive, loadEntry } from "./load-entry.ts";

/** Confirms an entry or returns it with a reason. */
export const decideFact = transitionCommand(factLifecycle, {
  name: "fact.change_status",
  id: "factId",
  load: lockJudged,
  assertOpen: assertLive,
  answer: async (_ctx, entry, { tx, loaded }) => ({
    fact: await readFactRow(tx, entry.id),
    floorVolume: volumeState(loaded.cell),
  }),
  present: presentAnswer,
});

async function lockJudged(tx: Tx, ctx: Context, factId: number): Promise<JudgedLoad> {
  const loaded = await loadEntry(tx, ctx, factId);
  const [author] = await tx
    .select({ role: schema.users.role })
    .from(schema.users)
    .where(eq(schema.users.id, loaded.entry.authorId));
  return { ...loaded, authorIsInstaller: author?.role === "installer" };
}

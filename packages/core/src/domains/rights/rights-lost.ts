import type { Context, Tx } from "../../kernel/index.ts";
import { closeLinks } from "./close-links.ts";
import { endDeputyships } from "./end-deputyships.ts";
import { endSessions } from "./end-sessions.ts";
import type { Ended, Loss } from "./ended.ts";
import { lockRights, ownRights } from "./own-rights.ts";

/**
 * Ends what a person gave out by a right that he holds no more, and what was lent to him when he cannot have it: his
 * links, deputyships and sessions. Called wherever a right is lost, after the loss is written, in its transaction; what
 * he still holds is read from there, so that it ends nothing that keeps its ground. With a deputyship ends what the
 * deputy gave out by it.
 */
export async function rightsLost(tx: Tx, ctx: Context, { userId, objectId }: Loss): Promise<Ended> {
  await lockRights(tx);
  const person = await ownRights(tx, userId);
  const links = await closeLinks(tx, ctx, person, objectId);
  const { lent, ...deputyships } = await endDeputyships(tx, ctx, person, objectId);
  const sessions = await endSessions(tx, ctx, person);
  const ended = [links, deputyships, { changes: sessions, events: [] }];
  for (const loss of lent) ended.push(await rightsLost(tx, ctx, loss));
  return {
    changes: ended.flatMap(({ changes }) => changes),
    events: ended.flatMap(({ events }) => events),
  };
}

import type { Context, Tx } from "../../kernel/index.ts";
import { closeGivenLinks } from "./close-given-links.ts";
import { closeLinks } from "./close-links.ts";
import { endDeputyships } from "./end-deputyships.ts";
import { endSessions } from "./end-sessions.ts";
import type { Ended, Loss } from "./ended.ts";
import { leaveChats } from "./leave-chats.ts";
import { leaveDefects } from "./leave-defects.ts";
import { leaveCrews, leaveLead, leaveZones } from "./leave-work.ts";
import { ownRights } from "./own-rights.ts";

/**
 * Ends what a user granted by a right they no longer hold, and delegations they can no longer receive: links,
 * delegations, sessions, work in crews, as a foreman of zones and on defects. Call it in the same transaction after the loss was written; remaining rights are read
 * from there, so that grants which keep their basis stay. Ending a delegation also ends what the deputy granted by
 * it. Only for verbs that `gives` holds of: they run under the lock of rights.
 */
export async function rightsLost(tx: Tx, ctx: Context, { userId, objectId }: Loss): Promise<Ended> {
  const person = await ownRights(tx, userId);
  const links = await closeLinks(tx, ctx, person, objectId);
  const { lent, ...deputyships } = await endDeputyships(tx, ctx, person, objectId);
  const given = await closeGivenLinks(tx, ctx, person);
  const sessions = await endSessions(tx, ctx, person);
  const chats = await leaveChats(tx, ctx, person, objectId);
  const crews = await leaveCrews(tx, ctx, person, objectId);
  const leads = await leaveLead(tx, person, objectId);
  const zones = await leaveZones(tx, ctx, person, objectId);
  const defects = await leaveDefects(tx, ctx, person, objectId);
  const ended = [
    links,
    deputyships,
    { changes: [...given, ...sessions], events: [] },
    chats,
    crews,
    leads,
    zones,
    defects,
  ];
  for (const loss of lent) ended.push(await rightsLost(tx, ctx, loss));
  return {
    changes: ended.flatMap(({ changes }) => changes),
    events: ended.flatMap(({ events }) => events),
  };
}

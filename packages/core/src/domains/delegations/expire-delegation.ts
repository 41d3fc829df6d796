import { id } from "@stsphera/contracts";
import { type Database, schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, nonEmpty, notFound, subjectAs, type Tx, updateRow } from "../../kernel/index.ts";
import { delegationPayload, rightsLost } from "../rights/index.ts";
import { presentDelegationState } from "./write-delegation.ts";

const { delegations, users } = schema;
const subjectOf = subjectAs("delegation");

/** A delegation is over after its last day in the time zone of the absent user. */
const expired = (on: Pick<Tx, "select">, now: Date, delegationId?: number) =>
  on
    .select({ row: delegations })
    .from(delegations)
    .innerJoin(users, eq(users.id, delegations.principalId))
    .where(
      and(
        isNull(delegations.endedAt),
        sql`${delegations.toDay} < (${now.toISOString()}::timestamptz at time zone ${users.timeZone})::date`,
        delegationId === undefined ? undefined : eq(delegations.id, delegationId),
      ),
    )
    .orderBy(asc(delegations.id));

/** Ids of delegations whose days are over and of which nobody was told yet. */
export const findExpiredDelegations = async ({ orm }: Pick<Database, "orm">, now: Date): Promise<number[]> =>
  (await expired(orm, now)).map(({ row }) => row.id);

/** Ends a delegation that ran out, so that both users are told; what the deputy granted by it ends. For a job. */
export const expireDelegation = command({
  name: "delegation.expire",
  permissions: [],
  gives: true,
  input: z.strictObject({ delegationId: id }),
  load: async (tx, ctx, { delegationId }) => {
    const [found] = await expired(tx, ctx.now, delegationId).for("update", { of: delegations });
    if (found === undefined) throw notFound();
    return found.row;
  },
  authorize: ({ actor }) => {
    if (actor.kind !== "system" || !can(actor, "settings.manage")) throw forbidden("settings.manage");
  },
  execute: async (tx, { ctx, target: row }) => {
    const after = await updateRow(tx, delegations, row, { endedAt: ctx.now }, presentDelegationState);
    const lost = await rightsLost(tx, ctx, { userId: row.deputyId, objectId: row.objectId });
    const ended = { before: { endedAt: null }, after: { endedAt: ctx.now.toISOString() } };
    return {
      result: presentDelegationState(after),
      changes: nonEmpty([{ ...subjectOf(row), ...ended }, ...lost.changes]),
      events: [
        { ...subjectOf(row), type: "delegation.ended", payload: delegationPayload(row) },
        ...lost.events,
      ],
    };
  },
});

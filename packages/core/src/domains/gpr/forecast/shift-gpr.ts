import { type GprPreview, id, type Person, shiftGprInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { cascade } from "@stsphera/schedule";
import { forecastAfter } from "@stsphera/schedule/versions";
import { z } from "zod";
import {
  command,
  type Context,
  DomainError,
  forbidden,
  insertRow,
  personOf,
  type Tx,
} from "../../../kernel/index.ts";
import { assertObjectOpen } from "../../objects/index.ts";
import { lockGpr, subjectOf } from "../load-gpr.ts";
import { ownerIds, readMembers } from "../members.ts";
import { askOwners } from "./ask-owners.ts";
import { previewOf } from "./preview.ts";
import { assertInForce, forecastOf, type GprForecast, loadForecast } from "./read-forecast.ts";
import { type AskedShift, changesOf, refuseProblems } from "./shift-changes.ts";
import { writeForecast } from "./write-forecast.ts";

/** How many of the rows that were moved by hand a shift names. */
const NAMED_ROWS = 50;

/**
 * Moves the forecast of the version in force, unsigned, for a reason: what was signed stays. Whom it touches is told and
 * may decline.
 */
export const shiftGpr = command({
  name: "gpr.shift",
  permissions: ["gpr.edit"],
  input: z.strictObject({ gprId: id, ...shiftGprInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, { gpr, object }) => {
    if (!can(ctx.actor, "gpr.edit", { objectId: gpr.objectId })) throw forbidden("gpr.edit");
    assertObjectOpen(object);
    assertInForce(gpr);
  },
  execute: async (tx, { ctx, input, target: { gpr } }) => {
    const forecast = forecastOf(ctx, await loadForecast(tx, gpr.id));
    const preview = await moveForecast(tx, ctx, forecast, input);
    const { reason } = input;
    const leaves = preview.moved.filter(({ leaf }) => leaf);
    const { before, after, workdays } = preview.finish;
    const shift = await insertRow(tx, schema.gprShifts, {
      gprId: gpr.id,
      objectId: gpr.objectId,
      how: input.how,
      reason,
      rows: namedRows(forecast, input.rows),
      chosen: input.rows.length,
      moved: leaves.length,
      finishBefore: before ?? forecast.today,
      finishAfter: after ?? forecast.today,
      finishDays: workdays,
      shiftedBy: personOf(ctx).id,
      createdAt: ctx.now,
    });
    const asked = await askable(tx, gpr.objectId, preview.touched);
    await askOwners(tx, shift, asked, leaves);
    const finish = { finish: after, days: workdays };
    return {
      result: { id: shift.id, gprId: gpr.id, moved: leaves.length, finish: preview.finish, touched: asked },
      changes: [
        {
          ...subjectOf(gpr),
          before: { finish: before },
          after: { finish: after, moved: leaves.length, rows: shift.rows.map(named) },
          reason,
        },
      ],
      events: [
        {
          ...subjectOf(gpr),
          type: "gpr.shifted",
          payload: {
            number: gpr.number,
            shiftId: shift.id,
            reason,
            moved: leaves.length,
            ...finish,
            touched: asked.map((person) => person.id),
          },
        },
      ],
    };
  },
});

const named = ({ number, name }: { number: number; name: string }) => `${number} ${name}`;

/** Stores the rows' new forecast and answers what it moved; refuses what moves nothing. */
async function moveForecast(
  tx: Tx,
  ctx: Context,
  forecast: GprForecast,
  asked: AskedShift,
): Promise<GprPreview> {
  const { stored, content, schedule, today } = forecast;
  const changes = changesOf(forecast, asked);
  const result = cascade(schedule, changes);
  if (result.problems) refuseProblems(forecast, result.problems);
  if (result.moved.length === 0) throw new DomainError("conflict", { sentence: "gpr_nothing_moves" });
  const known = new Map(stored.forecasts.map(({ key, ...row }) => [key, row]));
  const durations = new Map(content.rows.map(({ key, duration }) => [key, duration]));
  await writeForecast(tx, stored.id, forecastAfter(known, changes, { durations, today }));
  return previewOf(ctx, stored, schedule, result.schedule, result.moved);
}

function namedRows({ rows }: GprForecast, keys: readonly string[]) {
  return keys.slice(0, NAMED_ROWS).flatMap((key) => {
    const row = rows.get(key);
    return row === undefined ? [] : [{ key, number: row.number, name: row.name }];
  });
}

/** Those of the owners who are on the object still and may answer. */
async function askable(tx: Tx, objectId: number, owners: readonly Person[]): Promise<Person[]> {
  const members = ownerIds(await readMembers(tx, objectId));
  return owners.filter((owner) => members.has(String(owner.id)));
}

import {
  type Change,
  type Context,
  type DomainEvent,
  invalidField,
  type Tx,
  localDay,
} from "../../../kernel/index.ts";
import { checkRow, loadGrid, planChanged, rebuildPlan, writePlan } from "../../plan/index.ts";
import { writeFacades } from "../add-facades.ts";
import { writeFloors } from "../add-floors.ts";
import type { ObjectRow } from "../load-object.ts";
import { assertDates } from "../object-dates.ts";
import { assertOwnReach } from "../own-reach.ts";
import { firstTeam, openObject } from "../open-object.ts";
import { byPerson, giveRoles, type HeldRole, notActive, toHeldRoles, without } from "../team.ts";
import type { CompleteDraft } from "./complete-draft-data.ts";
import { underPath } from "./under-path.ts";

type Built = { object: ObjectRow; changes: Change[]; events: DomainEvent[] };

/** Creates an object from a complete draft by the same steps as the individual verbs, each with its own audit row. */
export async function buildObject(tx: Tx, ctx: Context, draft: CompleteDraft): Promise<Built> {
  const { contractDate = null, startDate = null, deadline = null, timeZone } = draft.object;
  assertDates({ contractDate, startDate, deadline }, localDay(ctx.now, timeZone), "object.");
  const { first, others } = await teamOf(tx, ctx, draft);
  const reached = async () => assertOwnReach(ctx, draft.object.approvalLimit, [...first, ...others]);
  await underPath("object", reached());
  const opened = await underPath("object", openObject(tx, ctx, draft.object, first));
  const joined = await join(tx, ctx, opened.row, first, others);
  const drawn = await writeFacades(tx, opened.row, draft.facades);
  const raised = await writeFloors(tx, { ...opened.row, version: drawn.version }, draft.floors);
  const planned = await plan(tx, ctx, opened.row.id, draft, drawn.added, raised.added);
  const parts = [opened, joined, drawn, raised, planned];
  return {
    object: { ...opened.row, version: raised.version },
    changes: parts.flatMap((part) => part.changes),
    events: parts.flatMap((part) => part.events),
  };
}

/** The creator and the named manager, as for an object created without a draft, plus the members of the draft. */
async function teamOf(
  tx: Tx,
  ctx: Context,
  draft: CompleteDraft,
): Promise<{ first: HeldRole[]; others: HeldRole[] }> {
  const asked = toHeldRoles(draft.members);
  const named = firstTeam(ctx, draft.object);
  const first = named.length > 0 ? named : asked.filter((held) => held.role === "project_manager");
  if (first.length === 0) throw invalidField("members", "project_manager_required");
  const others = without(asked, first);
  const strangers = await notActive(tx, [...new Set([...first, ...others].map((held) => held.userId))]);
  const at = draft.members.findIndex((member) => strangers.has(member.userId));
  if (at >= 0) throw invalidField(`members.${at}.userId`, "person_not_active");
  if (strangers.size > 0) throw invalidField("object.projectManagerId", "person_not_active");
  return { first, others };
}

async function join(
  tx: Tx,
  ctx: Context,
  object: ObjectRow,
  first: readonly HeldRole[],
  others: readonly HeldRole[],
): Promise<Pick<Built, "changes" | "events">> {
  if (others.length === 0) return { changes: [], events: [] };
  await giveRoles(tx, object.id, others, ctx.now);
  const subject = { entityType: "object", entityId: object.id, objectId: object.id };
  const payload = { name: object.name, added: byPerson(others), removed: [] };
  const after = { team: byPerson([...first, ...others]) };
  return {
    changes: [{ ...subject, before: { team: byPerson(first) }, after }],
    events: [{ ...subject, type: "object.team_changed", payload }],
  };
}

async function plan(
  tx: Tx,
  ctx: Context,
  objectId: number,
  { volumes }: CompleteDraft,
  facades: readonly { id: number; code: string }[],
  floors: readonly { id: number; code: string }[],
): Promise<Pick<Built, "changes" | "events">> {
  if (volumes.length === 0) return { changes: [], events: [] };
  const [ofFacade, ofFloor] = [facades, floors].map(
    (list) => new Map(list.map(({ code, id }) => [code, id])),
  );
  const rows = volumes.map(({ facade, floor, ...row }, at) => {
    const facadeId = ofFacade?.get(facade);
    const floorId = ofFloor?.get(floor);
    if (facadeId === undefined) throw invalidField(`volumes.${at}.facade`, "unknown_facade");
    if (floorId === undefined) throw invalidField(`volumes.${at}.floor`, "unknown_floor");
    return { ...row, facadeId, floorId };
  });
  const grid = await loadGrid(tx, objectId, rows);
  rows.forEach((row, at) => checkRow(row, `volumes.${at}`, grid));
  const { result, changes } = await writePlan(tx, ctx, objectId, rows, grid);
  await rebuildPlan(tx, objectId);
  return { changes, events: [planChanged(objectId, result)] };
}

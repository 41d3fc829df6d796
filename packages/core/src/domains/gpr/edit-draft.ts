import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import type { VersionContent } from "@stsphera/schedule/versions";
import { eq, inArray, max } from "drizzle-orm";
import {
  allowedMoves,
  type Context,
  DomainError,
  forbidden,
  invalidField,
  type Outcome,
  type Tx,
  updateRow,
  type Verdict,
} from "../../kernel/index.ts";
import type { GprMove, GprStatus } from "@stsphera/contracts/vocabulary";
import { assertObjectOpen } from "../objects/index.ts";
import { assertNoFacts } from "./assert-no-facts.ts";
import { workdaysOf } from "./gpr-calendar.ts";
import type { KeptContent } from "./gpr-content.ts";
import { gprLifecycle } from "./gpr-lifecycle.ts";
import { keepStep } from "./gpr-steps.ts";
import { gprWorkflow } from "./gpr-workflow.ts";
import { currentGpr, type LoadedGpr, subjectOf } from "./load-gpr.ts";
import { ownerIds, readMembers } from "./members.ts";
import { scheduleOf } from "./schedule-problems.ts";
import { type Written, writeContent } from "./write-content.ts";

const { gprRows, gprVersions } = schema;

/** How a version becomes a draft for an edit: it is one, or it is taken back from its signers. */
export type EditVerdict = Verdict<GprMove> | null;

/** Refuses an edit by who may not make it, or of a version that is or was in force. */
export function authorizeEdit(ctx: Context, loaded: LoadedGpr): EditVerdict {
  const { gpr, object } = loaded;
  if (!can(ctx.actor, "gpr.edit", { objectId: gpr.objectId })) throw forbidden("gpr.edit");
  assertObjectOpen(object);
  if (gpr.status === "draft") return null;
  if (gpr.status === "pending_signatures") {
    return gprLifecycle.judge(ctx, loaded, { move: "recall" }, { version: gpr.version });
  }
  const allowed = allowedMoves(gprWorkflow, ctx.actor, gprLifecycle.caseOf(gpr, loaded), ctx.now);
  throw new DomainError("invalid_transition", {
    allowed,
    current: currentGpr(gpr),
    sentence: "gpr_not_draft",
  });
}

type Edited = { id: number; version: number; status: GprStatus } & Pick<Written, "rows" | "removed">;

/**
 * Stores a new content of a draft, which must be computable; a version that waits for signatures becomes a draft first,
 * its signatures are void. `step: false` for a step that is taken back or repeated, which is kept already.
 */
export async function saveContent(
  tx: Tx,
  ctx: Context,
  { loaded, verdict, kept }: { loaded: LoadedGpr; verdict: EditVerdict; kept: KeptContent },
  after: VersionContent,
  { step = true }: { step?: boolean } = {},
): Promise<Outcome<Edited>> {
  const { gpr } = loaded;
  const { content: before } = kept;
  scheduleOf(after, await workdaysOf(tx, gpr.objectId));
  if (step) await assertOwners(tx, gpr.objectId, before, after);
  if (step) await assertNoFacts(tx, gpr.objectId, before, after);
  const recalled =
    verdict === null
      ? null
      : await gprLifecycle.make(tx, { ctx, loaded, move: verdict.move, input: {}, verdict });
  const { patch, rows, removed } = await writeContent(tx, gpr.id, before, after);
  const start = before.start === after.start ? null : { before: before.start, after: after.start };
  if (step) await keepStep(tx, ctx, gpr.id, { patch, start });
  const row = await updateRow(tx, gprVersions, recalled?.after ?? gpr, { startOn: after.start }, currentGpr);
  return {
    result: { id: row.id, version: row.version, status: row.status, rows, removed },
    changes: [
      {
        ...subjectOf(row),
        before: { rows: told(patch.rows.map((change) => change.before)), startOn: before.start },
        after: { rows: told(patch.rows.map((change) => change.after)), startOn: after.start },
        right: { permission: "gpr.edit" },
      },
      ...(recalled?.changes ?? []),
    ],
    events: recalled?.events ?? [],
  };
}

/** How many changed rows the audit log names. */
const TOLD_ROWS = 50;

const told = (rows: readonly (VersionContent["rows"][number] | null)[]): string[] =>
  rows
    .flatMap((row) => (row === null ? [] : [`${row.number} ${row.name}, ${row.duration}`]))
    .slice(0, TOLD_ROWS);

/** Those who newly answer for rows are members of the object who may work on it. */
async function assertOwners(
  tx: Tx,
  objectId: number,
  before: VersionContent,
  after: VersionContent,
): Promise<void> {
  const known = new Set(before.rows.map(({ owner }) => owner));
  const named = after.rows.filter(({ owner }) => owner !== null && !known.has(owner));
  if (named.length === 0) return;
  const members = ownerIds(await readMembers(tx, objectId));
  if (named.some(({ owner }) => owner !== null && !members.has(owner))) {
    throw invalidField("ownerId", "not_on_object");
  }
}

/** Works that rows newly plan are those of the dictionary; those of a template may be still to come. */
export async function assertWorks(tx: Tx, before: VersionContent, after: VersionContent): Promise<void> {
  const known = new Set(before.rows.map(({ work }) => work));
  const named = new Set(after.rows.flatMap(({ work }) => (work === null || known.has(work) ? [] : [work])));
  if (named.size === 0) return;
  const { code } = schema.workTypes;
  const found = await tx
    .select({ code })
    .from(schema.workTypes)
    .where(inArray(code, [...named]));
  if (found.length < named.size) throw invalidField("work", "gpr_unknown_work");
}

/** Facades that rows newly name are those of the object. */
export async function assertFacades(
  tx: Tx,
  objectId: number,
  before: VersionContent,
  after: VersionContent,
): Promise<void> {
  const known = new Set(before.rows.map(({ facade }) => facade));
  const named = after.rows.flatMap(({ facade }) => (facade === null || known.has(facade) ? [] : [facade]));
  if (named.length === 0) return;
  const { id } = schema.facades;
  const found = await tx.select({ id }).from(schema.facades).where(eq(schema.facades.objectId, objectId));
  const ids = new Set(found.map((one) => String(one.id)));
  if (named.some((facade) => !ids.has(facade))) throw invalidField("facadeId", "gpr_unknown_facade");
}

/** The first number that no row of the object has had in any version. */
export async function nextNumber(tx: Tx, objectId: number): Promise<number> {
  const [row] = await tx
    .select({ most: max(gprRows.number) })
    .from(gprRows)
    .innerJoin(gprVersions, eq(gprVersions.id, gprRows.gprId))
    .where(eq(gprVersions.objectId, objectId));
  return (row?.most ?? 0) + 1;
}

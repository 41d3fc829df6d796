import { randomUUID } from "node:crypto";
import type { GprAnswerStatus, GprStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { and, eq, inArray, max, sql } from "drizzle-orm";
import type { Context, Tx } from "../../../kernel/index.ts";

const { gprAnswers, gprRows, gprShifts, gprSignatures, gprVersions } = schema;

export type GprScene = {
  objectId: number;
  createdBy: number;
  status: GprStatus;
  /** Who signs for which role; those with `signed` have. */
  signers?: readonly { role: Role; signerId: number; signed?: boolean }[];
  version?: number;
  /** The work whose volumes its row plans. */
  work?: string | null;
};

export const SCENE_HASH = "a1".repeat(32);

/** Archives what would stand in the way of another version in this state, as an object has one at a time. */
async function makeRoomIn(tx: Tx, { now }: Context, objectId: number, status: GprStatus): Promise<void> {
  // Tests make several inputs for one object at once.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('gpr scene', 0))`);
  if (status === "archived") return;
  const standing = status === "active" ? (["active"] as const) : (["draft", "pending_signatures"] as const);
  await tx
    .update(gprVersions)
    .set({ status: "archived", hash: SCENE_HASH, sentAt: now, archivedAt: now })
    .where(and(eq(gprVersions.objectId, objectId), inArray(gprVersions.status, [...standing])));
}

export const makeRoom = (ctx: Context, objectId: number): Promise<void> =>
  ctx.db.orm.transaction((tx) => makeRoomIn(tx, ctx, objectId, "draft"));

/** Inserts the next version, with one row, directly into the tables; returns its id and the key of the row. */
export const putGpr = (ctx: Context, scene: GprScene): Promise<{ id: number; key: string }> =>
  ctx.db.orm.transaction((tx) => insertScene(tx, ctx, scene));

async function insertScene(tx: Tx, ctx: Context, scene: GprScene): Promise<{ id: number; key: string }> {
  const { objectId, createdBy, status, signers = [], version = 1, work = "МОД" } = scene;
  await makeRoomIn(tx, ctx, objectId, status);
  const [last] = await tx
    .select({ number: max(gprVersions.number) })
    .from(gprVersions)
    .where(eq(gprVersions.objectId, objectId));
  const sent = status !== "draft";
  const [row] = await tx
    .insert(gprVersions)
    .values({
      objectId,
      number: (last?.number ?? 0) + 1,
      status,
      startOn: "2026-09-14",
      hash: sent ? SCENE_HASH : null,
      createdBy,
      createdAt: ctx.now,
      sentAt: sent ? ctx.now : null,
      activatedAt: status === "active" || status === "archived" ? ctx.now : null,
      version,
    })
    .returning({ id: gprVersions.id });
  const gprId = row?.id ?? 0;
  const key = randomUUID();
  await tx.insert(gprRows).values({
    gprId,
    key,
    number: 1,
    sort: 1,
    name: "Монтаж модулей, Юг",
    department: "construction",
    ownerId: createdBy,
    work,
    duration: 10,
    startOn: sent ? "2026-09-14" : null,
    finishOn: sent ? "2026-09-25" : null,
  });
  if (signers.length > 0) {
    await tx.insert(gprSignatures).values(
      signers.map(({ role, signerId, signed = false }) => ({
        gprId,
        role,
        signerId,
        askedAt: ctx.now,
        ...(signed ? { signedAt: ctx.now, signedBy: signerId, hash: SCENE_HASH } : {}),
      })),
    );
  }
  return { id: gprId, key };
}

type AnswerScene = { gprId: number; objectId: number; ownerId: number; status?: GprAnswerStatus };

/** Inserts a shift of a version in force, with the answer of an owner; returns the id of the answer. */
export async function putAnswer(
  { db, now: createdAt }: Pick<Context, "db" | "now">,
  { gprId, objectId, ownerId, status = "open" }: AnswerScene,
): Promise<number> {
  const at = { gprId, objectId, createdAt };
  const [shift] = await db.orm
    .insert(gprShifts)
    .values({
      ...at,
      how: { by: "days", workdays: 5 },
      reason: "Модули придут позже",
      rows: [],
      chosen: 1,
      moved: 1,
      finishBefore: "2026-09-25",
      finishAfter: "2026-10-02",
      finishDays: 5,
      shiftedBy: ownerId,
    })
    .returning({ id: gprShifts.id });
  const span = { start: "2026-09-14", finish: "2026-09-25" };
  const rows = [
    { number: 1, name: "Монтаж модулей, Юг", before: span, after: { ...span, finish: "2026-10-02" } },
  ];
  const [answer] = await db.orm
    .insert(gprAnswers)
    .values({
      ...at,
      shiftId: shift?.id ?? 0,
      ownerId,
      rows,
      moved: 1,
      status,
      text: status === "objected" ? "Не успеем" : null,
      answeredAt: status === "open" ? null : createdAt,
    })
    .returning({ id: gprAnswers.id });
  return answer?.id ?? 0;
}

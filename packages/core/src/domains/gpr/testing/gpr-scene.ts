import { randomUUID } from "node:crypto";
import type { GprStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { eq, max } from "drizzle-orm";
import type { Context } from "../../../kernel/index.ts";

const { gprRows, gprSignatures, gprVersions } = schema;

export type GprScene = {
  objectId: number;
  createdBy: number;
  status: GprStatus;
  /** Who signs for which role; those with `signed` have. */
  signers?: readonly { role: Role; signerId: number; signed?: boolean }[];
  version?: number;
};

export const SCENE_HASH = "a1".repeat(32);

/** Inserts the next version, with one row, directly into the tables; returns its id and the key of the row. */
export async function putGpr(ctx: Context, scene: GprScene): Promise<{ id: number; key: string }> {
  const { objectId, createdBy, status, signers = [], version = 1 } = scene;
  const [last] = await ctx.db.orm
    .select({ number: max(gprVersions.number) })
    .from(gprVersions)
    .where(eq(gprVersions.objectId, objectId));
  const sent = status !== "draft";
  const [row] = await ctx.db.orm
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
  await ctx.db.orm.insert(gprRows).values({
    gprId,
    key,
    number: 1,
    sort: 1,
    name: "Монтаж модулей, Юг",
    department: "construction",
    ownerId: createdBy,
    work: "МОД",
    duration: 10,
    startOn: sent ? "2026-09-14" : null,
    finishOn: sent ? "2026-09-25" : null,
  });
  if (signers.length > 0) {
    await ctx.db.orm.insert(gprSignatures).values(
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

import { LOCALES, phone, type UserSummary } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, type Context, DomainError, forbidden, type Tx } from "../kernel/index.ts";
import { loadActor } from "./load-actor.ts";
import { presentUser, type UserRow } from "./present-user.ts";

const { users } = schema;

/** A Telegram id: digits alone, as large as Telegram makes them. */
export const telegramIdInput = z.string().regex(/^[1-9]\d{0,15}$/);

const input = z.strictObject({
  telegramId: telegramIdInput,
  /** Whatever Telegram calls the person; the dialogue of the bot asks for the full name. */
  fullName: z.string().trim().min(1).max(80),
  phone: phone.optional(),
  username: z.string().max(64).optional(),
  locale: z.enum(LOCALES).default("ru"),
  /** Set by the adapters for the ids that the installation names as its first admins. */
  asAdmin: z.boolean().default(false),
});
type Input = z.output<typeof input>;

const registration = command({
  name: "user.register",
  permissions: [],
  input,
  load: async (tx, _ctx, { telegramId }): Promise<UserRow | null> => {
    const [known] = await tx.select().from(users).where(eq(users.telegramId, telegramId)).for("update");
    return known ?? null;
  },
  authorize: (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
  },
  execute: async (tx, { ctx, input: asked, target: known }) => {
    const row = known === null ? await insert(tx, asked, ctx.now) : await letIn(tx, known);
    const subject = { objectId: null, entityType: "user", entityId: row.id };
    const before = known === null ? null : { status: known.status, role: known.role };
    const after = { telegramId: row.telegramId, fullName: row.fullName, status: row.status, role: row.role };
    return {
      result: presentUser(row),
      changes: [{ ...subject, before, after }],
      events: [
        {
          ...subject,
          type: row.status === "active" ? "user.approved" : "user.registered",
          payload: { userId: row.id, fullName: row.fullName, username: row.username, role: row.role },
        },
      ],
    };
  },
});

/**
 * Makes an account for whoever comes for the first time: pending, without a role or a right. A person the system knows
 * is given back as he is, also when two messages of his arrive at once. The first admins are let in at once.
 */
export const registerUser: typeof registration = {
  ...registration,
  async run(ctx, asked) {
    if (ctx.actor.kind !== "system") return registration.run(ctx, asked);
    const known = await findKnown(ctx, asked);
    if (known !== null) return known;
    try {
      return await registration.run(ctx, asked);
    } catch (error) {
      const other =
        error instanceof DomainError && error.code === "conflict" ? await findKnown(ctx, asked) : null;
      if (other === null) throw error;
      return other;
    }
  },
};

async function findKnown(ctx: Context, asked: z.input<typeof input>): Promise<UserSummary | null> {
  if (!telegramIdInput.safeParse(asked.telegramId).success) return null;
  const actor = await loadActor(ctx.db, { telegramId: asked.telegramId });
  const stillToLetIn = asked.asAdmin === true && actor?.status === "pending";
  return actor === null || stillToLetIn ? null : presentUser(actor);
}

async function insert(tx: Tx, asked: Input, now: Date): Promise<UserRow> {
  const { asAdmin, telegramId, fullName, phone: number, username, locale } = asked;
  const [row] = await tx
    .insert(users)
    .values({
      telegramId,
      fullName,
      phone: number,
      username,
      locale,
      role: asAdmin ? "admin" : null,
      status: asAdmin ? "active" : "pending",
      createdAt: now,
    })
    .returning();
  if (row === undefined) throw new Error("a person was not stored");
  return row;
}

async function letIn(tx: Tx, known: UserRow): Promise<UserRow> {
  if (known.status !== "pending") throw new DomainError("conflict");
  const [row] = await tx
    .update(users)
    .set({ status: "active", role: "admin", version: known.version + 1 })
    .where(eq(users.id, known.id))
    .returning();
  if (row === undefined) throw new Error("a person was not stored");
  return row;
}

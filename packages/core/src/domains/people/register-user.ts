import { LOCALES, phone, singleLine, type UserSummary } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import {
  command,
  type Context,
  DomainError,
  type DomainEvent,
  forbidden,
  loadActor,
  nonEmpty,
  type Tx,
} from "../../kernel/index.ts";
import { type Acceptance, acceptOnRegistration, type InvitationOutcome } from "../invitations/index.ts";
import { asksAgainAt } from "./asks-again-at.ts";
import { keepConsent } from "./personal-data/keep-consent.ts";
import { presentUser, type UserRow } from "./present-user.ts";
import { writeUserDecisions } from "./user-decisions.ts";

const { users } = schema;

/** A Telegram id: digits only, up to Telegram's maximum length. */
export const telegramIdInput = z.string().regex(/^[1-9]\d{0,15}$/);

const input = z.strictObject({
  telegramId: telegramIdInput,
  /** The name from Telegram; the bot's dialogue asks for the full name. */
  fullName: singleLine(80).min(1),
  phone: phone.optional(),
  username: z.string().max(64).optional(),
  locale: z.enum(LOCALES).default("ru"),
  /** Set by the adapters for the ids configured as first admins. */
  asAdmin: z.boolean().default(false),
  /** The code of the link used; an unusable one does not prevent registration. */
  invitation: z.string().max(64).optional(),
  /** Where the person agreed to the processing of their data now. */
  consent: z.enum(["chat", "app"]).optional(),
  /** A refused person asks again, at most once a day. */
  again: z.boolean().default(false),
});
type Input = z.output<typeof input>;

/** The user, and the outcome of the link. */
export type Registered = UserSummary & { invitation?: InvitationOutcome };

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
    const stored = await store(tx, asked, known, ctx.now);
    const invited = await accept(tx, asked, stored, { now: ctx.now, refused: known?.status === "rejected" });
    if (known?.status === "pending" && invited?.outcome.accepted === false) {
      throw new DomainError("conflict", { sentence: invited.outcome.reason });
    }
    const row = invited?.person ?? stored;
    if (known === null || (known.status === "rejected" && asked.consent !== undefined))
      await keepConsent(tx, { userId: row.id, place: asked.consent, locale: asked.locale, now: ctx.now });
    await writeUserDecisions(tx, row);
    const subject = { objectId: null, entityType: "user", entityId: row.id };
    const before = known === null ? null : { status: known.status, role: known.role };
    const after = { telegramId: row.telegramId, fullName: row.fullName, status: row.status, role: row.role };
    const { fullName, username, role } = row;
    const told: DomainEvent = {
      ...subject,
      type: row.status === "active" ? "user.approved" : "user.registered",
      payload: {
        userId: row.id,
        fullName,
        username,
        role,
        invitation: invited?.invitation ?? null,
        ...(known?.status === "rejected" ? { again: true } : {}),
      },
    };
    const joined = invited?.events ?? [];
    return {
      result: withOutcome(row, invited?.outcome),
      changes: nonEmpty([{ ...subject, before, after }, ...(invited?.changes ?? [])]),
      events: joined.length > 0 ? joined : [told],
    };
  },
});

/**
 * Creates an account once a person has agreed to it and said their name: pending, without role and rights, unless a link
 * admits the user at once. A known user is returned unchanged, also when two of their messages arrive in parallel; a
 * pending one may still use a new link, a refused one ask again once a day. First admins are approved at once.
 */
export const registerUser: typeof registration = {
  ...registration,
  async run(ctx, asked) {
    if (ctx.actor.kind !== "system") return registration.run(ctx, asked);
    const known = await findKnown(ctx, asked);
    if (known !== null && !mayChange(known, asked)) return known;
    if (known?.status === "rejected") return registration.run(ctx, asked);
    try {
      return await registration.run(ctx, asked);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "conflict") throw error;
      const other = await findKnown(ctx, asked);
      if (other === null) throw error;
      const reason = error.details.sentence;
      return reason === undefined ? other : { ...other, invitation: { accepted: false, reason } };
    }
  },
};

/** The account of a Telegram id, whatever its status; null without one. */
export async function findAccount(
  { db, now }: Pick<Context, "db" | "now">,
  telegramId: string,
): Promise<UserSummary | null> {
  const actor = await loadActor(db, { telegramId }, now);
  return actor === null ? null : presentUser(actor);
}

const findKnown = async (ctx: Context, { telegramId }: z.input<typeof input>): Promise<UserSummary | null> =>
  telegramIdInput.safeParse(telegramId).success ? findAccount(ctx, telegramId) : null;

/** Whether registering again changes anything for a user without access. */
function mayChange(known: UserSummary, asked: z.input<typeof input>): boolean {
  if (known.status === "rejected") return asked.again === true;
  return known.status === "pending" && (asked.asAdmin === true || asked.invitation !== undefined);
}

async function store(tx: Tx, asked: Input, known: UserRow | null, now: Date): Promise<UserRow> {
  if (known === null) return insert(tx, asked, now);
  if (known.status === "rejected" && asked.again) return askAgain(tx, asked, known, now);
  if (known.status !== "pending") throw new DomainError("conflict");
  return asked.asAdmin ? letIn(tx, known) : known;
}

async function askAgain(tx: Tx, asked: Input, known: UserRow, now: Date): Promise<UserRow> {
  if (asksAgainAt(known) > now) throw new DomainError("conflict", { sentence: "asked_today" });
  const { fullName, phone: number = known.phone, username = known.username } = asked;
  const [row] = await tx
    .update(users)
    .set({
      status: "pending",
      fullName,
      phone: number,
      username,
      askedAgainAt: now,
      version: known.version + 1,
    })
    .where(eq(users.id, known.id))
    .returning();
  if (row === undefined) throw new Error("a person was not stored");
  return row;
}

/** A link does not overrule an administrator's refusal: who asks again waits for the decision. */
async function accept(
  tx: Tx,
  asked: Input,
  person: UserRow,
  { now, refused }: { now: Date; refused: boolean },
): Promise<Acceptance | null> {
  if (asked.invitation === undefined || person.status !== "pending") return null;
  return acceptOnRegistration(tx, person, asked.invitation, { now, waits: refused });
}

function withOutcome(row: UserRow, outcome: InvitationOutcome | undefined): Registered {
  return { ...presentUser(row), ...(outcome === undefined ? {} : { invitation: outcome }) };
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
  const [row] = await tx
    .update(users)
    .set({ status: "active", role: "admin", version: known.version + 1 })
    .where(eq(users.id, known.id))
    .returning();
  if (row === undefined) throw new Error("a person was not stored");
  return row;
}

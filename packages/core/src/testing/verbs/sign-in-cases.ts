import { randomBytes, randomUUID } from "node:crypto";
import { schema } from "@stsphera/db";
import type { Context } from "../../kernel/index.ts";
import { SIGN_IN_JOB } from "../../domains/sign-in/sign-in-job.ts";
import { MANY } from "./many.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

const { passkeys, pushSubscriptions, sessions, signInLinks } = schema;

const hashText = () => randomBytes(32).toString("hex");
const later = ({ now }: Pick<Context, "now">) => new Date(now.getTime() + 600_000);

async function passkeyOf(ctx: Context, userId: number): Promise<number> {
  const key = { credentialId: randomUUID(), publicKey: "AA", counter: 0, name: "Chrome, Android" };
  const [row] = await ctx.db.orm
    .insert(passkeys)
    .values({ ...key, userId, createdAt: ctx.now })
    .returning();
  if (row === undefined) throw new Error("a passkey was not stored");
  return row.id;
}

async function sessionOf(ctx: Context, userId: number): Promise<number> {
  const device = { kind: "link" as const, browser: "Chrome, Windows", address: "203.0.113.7" };
  const times = { createdAt: ctx.now, lastSeenAt: ctx.now, expiresAt: later(ctx) };
  const [row] = await ctx.db.orm
    .insert(sessions)
    .values({ family: randomUUID(), userId, ...device, ...times })
    .returning();
  if (row === undefined) throw new Error("a session was not stored");
  return row.id;
}

const newBrowser = () => ({
  endpoint: `https://push.example.org/p/${randomUUID()}`,
  p256dh: `B${randomBytes(65).toString("base64url").slice(1)}`,
  auth: randomBytes(16).toString("base64url"),
});

async function ringingSessionOf(ctx: Context, userId: number): Promise<number> {
  const sessionId = await sessionOf(ctx, userId);
  const browser = { userId, sessionId, ...newBrowser(), createdAt: ctx.now };
  await ctx.db.orm.insert(pushSubscriptions).values(browser);
  return sessionId;
}

async function linkOf(ctx: Context, userId: number): Promise<string> {
  const tokenHash = hashText();
  const link = { userId, madeBy: userId, tokenHash, createdAt: ctx.now, expiresAt: later(ctx) };
  await ctx.db.orm.insert(signInLinks).values(link);
  return tokenHash;
}

const cases: Readonly<Record<string, VerbCase>> = {
  "sign_in_link.create": {
    permission: "profile.edit",
    quiet: true,
    input: () => ({ tokenHash: hashText() }),
  },
  "sign_in_link.give": {
    permission: "sign_in.give",
    input: ({ prepared: { colleague } }) => ({
      userId: colleague.id,
      reason: "Telegram не работает",
      tokenHash: hashText(),
    }),
  },
  "sign_in_link.look": {
    permission: "job",
    doneBy: SIGN_IN_JOB,
    ofOneSize: true,
    // A read gets no access to drizzle.
    input: async ({ prepared: { colleague, world }, actor }) => ({
      tokenHash: await linkOf(world.ctx(actor), colleague.id),
    }),
  },
  "sign_in_link.use": {
    permission: "job",
    doneBy: SIGN_IN_JOB,
    input: async ({ prepared: { colleague }, ctx }) => ({
      tokenHash: await linkOf(ctx, colleague.id),
      browser: "Chrome, Windows",
      address: "203.0.113.7",
    }),
  },
  "passkey.add": {
    permission: "profile.edit",
    input: () => ({
      credentialId: randomBytes(16).toString("base64url"),
      publicKey: "pQECAyYgASFYIA",
      counter: 0,
      transports: ["internal"],
      name: "Chrome, Android",
    }),
  },
  "passkey.find": {
    permission: "job",
    doneBy: SIGN_IN_JOB,
    ofOneSize: true,
    input: () => ({ credentialId: "unknown" }),
  },
  "passkey.use": {
    permission: "job",
    quiet: true,
    doneBy: SIGN_IN_JOB,
    input: async ({ prepared: { colleague }, ctx }) => ({
      passkeyId: await passkeyOf(ctx, colleague.id),
      counter: 1,
    }),
  },
  "passkey.remove": {
    permission: "profile.edit",
    input: async ({ ctx, actor }) => ({ passkeyId: await passkeyOf(ctx, actor.id) }),
  },
  "passkey.list": { permission: "profile.edit", ofOneSize: true, input: () => ({}) },
  "session.list": { permission: "profile.edit", input: () => ({}) },
  "session.end": {
    permission: "profile.edit",
    quiet: true,
    input: async ({ ctx, actor }) => ({ sessionId: await sessionOf(ctx, actor.id) }),
  },
  "push.get": { permission: "profile.edit", ofOneSize: true, input: () => ({}) },
  "push.subscribe": {
    permission: "profile.edit",
    quiet: true,
    input: async ({ ctx, actor }) => ({ sessionId: await sessionOf(ctx, actor.id), ...newBrowser() }),
  },
  "push.unsubscribe": {
    permission: "profile.edit",
    quiet: true,
    input: async ({ ctx, actor }) => ({ sessionId: await ringingSessionOf(ctx, actor.id) }),
  },
  "push.try": {
    permission: "profile.edit",
    quiet: true,
    input: async ({ ctx, actor }) => ({ sessionId: await ringingSessionOf(ctx, actor.id) }),
  },
  "session.end_all": { permission: "profile.edit", quiet: true, input: () => ({}) },
};

export const SIGN_IN_CASES = verbsOf({
  cases,
  grow: async ({ prepared: { world }, reader }) => {
    await world.db.sql`
      insert into sessions (family, user_id, kind, browser, address, created_at, last_seen_at, expires_at)
      select gen_random_uuid(), ${reader.id}::int, 'link', 'Chrome', '203.0.113.7', ${world.now}, ${world.now},
        ${new Date(world.now.getTime() + 86_400_000)} from generate_series(1, ${MANY}::int) n`;
  },
  ids: { sessions: ["sessionId"], passkeys: ["passkeyId"] },
  thingsOn: async ({ world, author }) => ({
    sessionId: await sessionOf(world.ctx(author), author.id),
    passkeyId: await passkeyOf(world.ctx(author), author.id),
  }),
});

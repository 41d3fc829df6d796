import { randomUUID } from "node:crypto";
import { myObjectIds, rolesOn, type SystemActor, type UserActor } from "@stsphera/rbac";
import { MANY } from "./many.ts";
import { STRANGE_TELEGRAM_ID } from "./prepared-world.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** Evening requests come to foremen. */
const leadsSomewhere = (actor: UserActor): boolean =>
  myObjectIds(actor).some((id) => rolesOn(actor, id).includes("construction_itr"));

const REGISTRATION: SystemActor = { kind: "system", job: "registration", permissions: [] };

/** An export of the actor's own data, as its command records it. */
const EXPORT = `
  insert into audit_log (command_id, action, entity_type, entity_id, actor_id, request_id, at, after)
  values (gen_random_uuid(), 'me.export_data', 'user', $1, $1, $2, $3::timestamptz,
    jsonb_build_object('key', $4::text, 'expiresAt', $3::timestamptz + interval '1 minute'))`;

/** An agreement of the actor that was withdrawn. */
const WITHDRAWN = `
  insert into consents (user_id, way, given_at, withdrawn_at, erasure_asked_at)
  values ($1, 'unrecorded', $2::timestamptz, $2::timestamptz, $2::timestamptz)`;

const cases: Readonly<Record<string, VerbCase>> = {
  "user.register": {
    permission: "job",
    doneBy: REGISTRATION,
    input: () => ({ telegramId: STRANGE_TELEGRAM_ID, fullName: "Яна Кац" }),
  },
  "user.update_registration": {
    permission: "job",
    doneBy: REGISTRATION,
    input: ({ prepared: { pending } }) => ({ telegramId: pending.telegramId, fullName: "Яна Исправленная" }),
  },
  "user.change_status": {
    permission: "users.manage",
    input: ({ prepared: { pending } }) => ({
      userId: pending.id,
      to: "active",
      role: "installer",
      version: 1,
    }),
  },
  "user.change_role": {
    permission: "roles.manage",
    input: ({ prepared: { colleague } }) => ({ userId: colleague.id, role: "pto", version: 1 }),
  },
  "me.update": { permission: "profile.edit", quiet: true, input: () => ({ locale: "en" }) },
  "me.consent": { permission: "profile.edit", ofOneSize: true, input: () => ({}) },
  "me.agree_again": {
    permission: "profile.edit",
    input: async ({ ctx, actor }) => {
      await ctx.db.read(WITHDRAWN, [actor.id, ctx.now.toISOString()]);
      return {};
    },
  },
  "me.ask_erasure": { permission: "profile.edit", input: () => ({}) },
  "me.export_data": { permission: "profile.edit", quiet: true, input: () => ({}) },
  "user.export_data": {
    permission: "users.manage",
    quiet: true,
    input: ({ prepared: { colleague } }) => ({ userId: colleague.id }),
  },
  "personal_data.rows": {
    permission: "profile.edit",
    ofOneSize: true,
    input: async ({ ctx, actor }) => {
      const key = randomUUID();
      await ctx.db.read(EXPORT, [actor.id, ctx.requestId, ctx.now.toISOString(), key]);
      return { key, table: "users" };
    },
  },
  "me.get": {
    permission: "self",
    input: () => ({}),
  },
  "me.kpi": { permission: "profile.edit", input: () => ({}) },
  "me.activity": { permission: "profile.edit", input: () => ({}) },
  "me.notification_settings": { permission: "notifications.own", ofOneSize: true, input: () => ({}) },
  "me.put_off_evening": {
    quiet: true,
    permission: "notifications.own",
    doneBy: "construction_itr",
    unless: (_prepared, actor) => (leadsSomewhere(actor) ? null : "forbidden"),
    input: () => ({ day: "2026-09-08" }),
  },
  "me.save_notification_settings": {
    quiet: true,
    permission: "notifications.own",
    input: () => ({
      muted: ["tasks"],
      inDigest: ["facts"],
      quietFrom: "21:00",
      quietTo: "08:00",
      morningDigest: false,
      digestAt: "06:50",
      daysOff: "weekend",
      version: 0,
    }),
  },
  "org.get": { permission: "org.view", input: () => ({}) },
  "org.set_head": {
    permission: "users.manage",
    input: ({ prepared: { colleague } }) => ({ department: "safety", userId: colleague.id }),
  },
  "user.available": {
    permission: "object.team",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "user.list": { permission: "org.view", input: () => ({}) },
  "user.get": {
    permission: "org.view",
    ofOneSize: true,
    input: ({ prepared: { colleague } }) => ({ userId: colleague.id }),
  },
};

export const PEOPLE_CASES = verbsOf({
  cases,
  grow: async ({ prepared: { world } }) => {
    await world.db.sql`
      insert into users (telegram_id, full_name, role, status, created_at)
      select 5000000 + n, 'Человек ' || n, 'installer', 'active', ${world.now} from generate_series(1, ${MANY}::int) n`;
  },
  ids: {
    users: [
      "userId",
      "leadUserId",
      "projectManagerId",
      "assigneeId",
      "responsibleId",
      "signerId",
      "deputyId",
      "principalId",
      "mentions",
    ],
  },
});

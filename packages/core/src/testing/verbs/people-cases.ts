import type { SystemActor } from "@stsphera/rbac";
import { STRANGE_TELEGRAM_ID } from "./prepared-world.ts";
import type { VerbCase } from "./verb-case.ts";

const REGISTRATION: SystemActor = { kind: "system", job: "registration", permissions: [] };

export const PEOPLE_CASES: Readonly<Record<string, VerbCase>> = {
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
  "me.update": { permission: "profile.edit", input: () => ({ locale: "en" }) },
  "me.get": {
    permission: "self",
    input: () => ({}),
  },
  "me.kpi": { permission: "profile.edit", input: () => ({}) },
  "me.activity": { permission: "profile.edit", input: () => ({}) },
  "me.notification_settings": { permission: "notifications.own", input: () => ({}) },
  "me.save_notification_settings": {
    permission: "notifications.own",
    input: () => ({
      muted: ["tasks"],
      quietFrom: "21:00",
      quietTo: "08:00",
      morningDigest: false,
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
  "user.get": { permission: "org.view", input: ({ prepared: { colleague } }) => ({ userId: colleague.id }) },
};

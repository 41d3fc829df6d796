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
  "user.list": { permission: "org.view", input: () => ({}) },
  "user.get": { permission: "org.view", input: ({ prepared: { colleague } }) => ({ userId: colleague.id }) },
};

import { personName, phone } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, notFound } from "../../kernel/index.ts";
import { presentUser } from "./present-user.ts";
import { telegramIdInput } from "./register-user.ts";

const { users } = schema;

/** A new user corrects the name or phone of their request until it is decided. */
export const updateRegistration = command({
  name: "user.update_registration",
  permissions: [],
  input: z.strictObject({
    telegramId: telegramIdInput,
    fullName: personName.optional(),
    phone: phone.optional(),
  }),
  load: async (tx, _ctx, { telegramId }) => {
    const [row] = await tx.select().from(users).where(eq(users.telegramId, telegramId)).for("update");
    if (row === undefined) throw notFound();
    return row;
  },
  authorize: (ctx, row) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    if (row.status !== "pending") throw new DomainError("conflict", { sentence: "request_decided" });
  },
  execute: async (tx, { input, target: row }) => {
    const next = { fullName: input.fullName ?? row.fullName, phone: input.phone ?? row.phone };
    await tx
      .update(users)
      .set({ ...next, version: row.version + 1 })
      .where(eq(users.id, row.id));
    const subject = { objectId: null, entityType: "user", entityId: row.id };
    const payload = { userId: row.id, fullName: next.fullName, username: row.username, role: row.role };
    return {
      result: presentUser({ ...row, ...next }),
      changes: [{ ...subject, before: { fullName: row.fullName, phone: row.phone }, after: next }],
      events: [{ ...subject, type: "user.registered", payload }],
    };
  },
});

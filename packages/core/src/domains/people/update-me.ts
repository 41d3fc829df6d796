import { updateMeInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can, isGivenSession } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { command, forbidden, invalidField, notFound, personOf, timeZoneName } from "../../kernel/index.ts";
import { presentUser } from "./present-user.ts";

const { users } = schema;

/** Changes the actor's own name, language or time zone. */
export const updateMe = command({
  name: "me.update",
  permissions: ["profile.edit"],
  quiet: true,
  input: updateMeInput.extend({ timeZone: timeZoneName.optional() }),
  load: async (tx, ctx) => {
    const [row] = await tx
      .select()
      .from(users)
      .where(eq(users.id, personOf(ctx).id))
      .for("update");
    if (row === undefined) throw notFound();
    return row;
  },
  authorize: (ctx, _row, input) => {
    if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
    if (isGivenSession(ctx.actor)) throw forbidden("profile.edit", "session_is_given");
    if (Object.values(input).every((value) => value === undefined))
      throw invalidField("", "nothing_to_change");
  },
  execute: async (tx, { input, target: row }) => {
    const next = {
      fullName: input.fullName ?? row.fullName,
      locale: input.locale ?? row.locale,
      timeZone: input.timeZone ?? row.timeZone,
    };
    await tx
      .update(users)
      .set({ ...next, version: row.version + 1 })
      .where(eq(users.id, row.id));
    const before = { fullName: row.fullName, locale: row.locale, timeZone: row.timeZone };
    return {
      result: presentUser({ ...row, ...next }),
      changes: [{ entityType: "user", entityId: row.id, objectId: null, before, after: next }],
      events: [],
    };
  },
});

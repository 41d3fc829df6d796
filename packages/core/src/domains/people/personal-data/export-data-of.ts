import { id } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, forbidden, notFound } from "../../../kernel/index.ts";
import { recordExport } from "./record-export.ts";

const { users } = schema;

/** Takes out everything that is held of a person, to answer their request; of an erased one, what stayed. */
export const exportDataOf = command({
  name: "user.export_data",
  permissions: ["users.manage"],
  quiet: true,
  input: z.strictObject({ userId: id }),
  load: async (tx, ctx, { userId }) => {
    if (!can(ctx.actor, "users.manage")) throw forbidden("users.manage");
    const [row] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
    if (row === undefined) throw notFound();
    return row;
  },
  authorize: ({ actor }) => {
    if (!can(actor, "users.manage")) throw forbidden("users.manage");
  },
  execute: async (_tx, { ctx, target }) => recordExport(ctx, target.id),
});

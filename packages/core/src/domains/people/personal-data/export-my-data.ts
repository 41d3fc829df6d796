import { can, isGivenSession } from "@stsphera/rbac";
import { z } from "zod";
import { command, forbidden, personOf } from "../../../kernel/index.ts";
import { recordExport } from "./record-export.ts";

/** Takes out everything that is held of the actor. */
export const exportMyData = command({
  name: "me.export_data",
  permissions: ["profile.edit"],
  quiet: true,
  input: z.strictObject({}),
  load: async () => null,
  authorize: ({ actor }) => {
    if (!can(actor, "profile.edit")) throw forbidden("profile.edit");
    if (isGivenSession(actor)) throw forbidden("profile.edit", "session_is_given");
  },
  execute: async (_tx, { ctx }) => recordExport(ctx, personOf(ctx).id),
});

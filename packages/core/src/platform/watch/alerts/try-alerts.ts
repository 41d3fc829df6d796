import { can } from "@stsphera/rbac";
import { z } from "zod";
import { command, forbidden } from "../../../kernel/index.ts";
import { insertAlert } from "./insert-alert.ts";

/** Sends a test in every way that alerts take. */
export const tryAlerts = command({
  name: "alert.try",
  permissions: ["settings.manage"],
  input: z.strictObject({}),
  load: async () => null,
  authorize: ({ actor }) => {
    if (!can(actor, "settings.manage")) throw forbidden("settings.manage");
  },
  execute: async (tx, { ctx: { now } }) => {
    const { id, change, event } = await insertAlert(tx, { name: null, kind: "test", value: null, now });
    return { result: { id }, changes: [change], events: [event] };
  },
});

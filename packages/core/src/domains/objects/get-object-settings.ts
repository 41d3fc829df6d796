import { id, type ObjectSettings } from "@stsphera/contracts";
import { sees } from "@stsphera/rbac";
import { z } from "zod";
import { notFound, query } from "../../kernel/index.ts";
import { presentSettings, type SettingsRow } from "./object-settings.ts";

const SETTINGS = `
  select id as "objectId", gate_mode as "gateMode", module_fact_source as "moduleFactSource",
    trim_scale(approval_limit)::text as "approvalLimit",
    to_char(shift_start, 'HH24:MI') as "shiftStart", to_char(shift_end, 'HH24:MI') as "shiftEnd",
    trim_scale(shift_hours)::text as "shiftHours", to_char(day_cutoff, 'HH24:MI') as "dayCutoff",
    photos_due_from::text as "photosDueFrom", version
  from objects where id = $1`;

/** Settings of the object: gates, modules, shifts, start of its day, and the approval limit. */
export const getObjectSettings = query({
  name: "object.settings",
  permissions: ["object.view"],
  input: z.strictObject({ objectId: id }),
  read: async (ctx, { objectId }): Promise<ObjectSettings> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    const [row] = await ctx.db.read<SettingsRow>(SETTINGS, [objectId]);
    if (row === undefined) throw notFound();
    return presentSettings(ctx.actor, row);
  },
});

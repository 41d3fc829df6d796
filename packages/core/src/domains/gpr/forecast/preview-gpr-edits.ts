import { editGprRowsInput, type GprPreview, id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, query } from "../../../kernel/index.ts";
import { applyEdits } from "../apply-edits.ts";
import { contentOf, workdaysIn } from "../content-sql.ts";
import { scheduleOf } from "../schedule-problems.ts";
import { previewOf } from "./preview.ts";
import { planSchedule, readForecast } from "./read-forecast.ts";

/** What edits would move in the plan of a version, before they are saved in a draft. Writes nothing. */
export const previewGprEdits = query({
  name: "gpr.preview_edits",
  permissions: ["gpr.edit"],
  input: z.strictObject({ gprId: id, ...editGprRowsInput.shape }),
  read: async (ctx, { gprId, edits }): Promise<GprPreview> => {
    const stored = await readForecast(ctx, gprId);
    const { objectId } = stored;
    if (!can(ctx.actor, "gpr.edit", { objectId })) throw forbidden("gpr.edit");
    const kept = {
      content: contentOf(stored),
      versions: new Map(stored.rows.map(({ key, version }) => [key, version])),
    };
    const next = Math.max(0, ...stored.rows.map(({ number }) => number)) + 1;
    const after = scheduleOf(applyEdits(kept, edits, next), workdaysIn(stored));
    return previewOf(ctx, stored, planSchedule(stored), after);
  },
});

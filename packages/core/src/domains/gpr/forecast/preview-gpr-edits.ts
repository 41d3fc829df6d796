import { type GprPreview, id, previewGprEditsInput } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { DomainError, forbidden, query } from "../../../kernel/index.ts";
import { applyEdits } from "../apply-edits.ts";
import { contentOf, workdaysIn } from "../content-sql.ts";
import { scheduleOf } from "../schedule-problems.ts";
import { previewOf } from "./preview.ts";
import { planSchedule, readForecast } from "./read-forecast.ts";

/** What edits of a draft would move, before they are saved. Writes nothing. */
export const previewGprEdits = query({
  name: "gpr.preview_edits",
  permissions: ["gpr.edit"],
  input: z.strictObject({ gprId: id, ...previewGprEditsInput.shape }),
  read: async (ctx, { gprId, edits }): Promise<GprPreview> => {
    const stored = await readForecast(ctx, gprId);
    const { objectId, status } = stored;
    if (!can(ctx.actor, "gpr.edit", { objectId })) throw forbidden("gpr.edit");
    if (status !== "draft" && status !== "pending_signatures") {
      throw new DomainError("conflict", { sentence: "gpr_not_draft" });
    }
    const kept = {
      content: contentOf(stored),
      versions: new Map(stored.rows.map(({ key, version }) => [key, version])),
    };
    const next = Math.max(0, ...stored.rows.map(({ number }) => number)) + 1;
    const after = scheduleOf(applyEdits(kept, edits, next), workdaysIn(stored));
    return previewOf(ctx, stored, planSchedule(stored), after);
  },
});

import { type GprPreview, id, previewGprShiftInput } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { cascade } from "@stsphera/schedule";
import { z } from "zod";
import { forbidden, query } from "../../../kernel/index.ts";
import { previewOf } from "./preview.ts";
import { assertReadInForce, forecastOf, readForecast } from "./read-forecast.ts";
import { changesOf, refuseProblems } from "./shift-changes.ts";

/** What a shift of the forecast would do: rows moved, the new finish, whom it touches. Writes nothing. */
export const previewGprShift = query({
  name: "gpr.preview_shift",
  permissions: ["gpr.edit"],
  input: z.strictObject({ gprId: id, ...previewGprShiftInput.shape }),
  read: async (ctx, { gprId, ...asked }): Promise<GprPreview> => {
    const stored = await readForecast(ctx, gprId);
    if (!can(ctx.actor, "gpr.edit", { objectId: stored.objectId })) throw forbidden("gpr.edit");
    assertReadInForce(stored);
    const forecast = forecastOf(ctx, stored);
    const result = cascade(forecast.schedule, changesOf(forecast, asked));
    if (result.problems) refuseProblems(forecast, result.problems);
    return previewOf(ctx, stored, forecast.schedule, result.schedule, result.moved);
  },
});

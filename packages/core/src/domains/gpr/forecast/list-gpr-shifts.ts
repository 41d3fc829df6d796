import { type GprShift, id, listGprShiftsQuery } from "@stsphera/contracts";
import { z } from "zod";
import { instantText, pagedQuery, personJson, withinReach } from "../../../kernel/index.ts";
import { answersFor } from "./answer-workflow.ts";

type Row = Omit<GprShift, "answers"> & { answers: Omit<GprShift["answers"][number], "yours">[] };

const COLUMNS = `t.id, t.gpr_id as "gprId", t.object_id as "objectId", ${personJson("t.shifted_by")} as "by",
  ${instantText("t.created_at")} as at, t.reason, t.how, t.rows, t.chosen, t.moved,
  json_build_object('before', t.finish_before, 'after', t.finish_after, 'workdays', t.finish_days) as finish,
  (select coalesce(json_agg(json_build_object('id', a.id, 'owner', ${personJson("a.owner_id")}, 'status', a.status,
      'text', a.text, 'answeredBy', ${personJson("a.answered_by")}, 'answeredAt', ${instantText("a.answered_at")},
      'rows', a.moved, 'version', a.version) order by a.id), '[]')
    from gpr_answers a where a.shift_id = t.id) as answers`;

/** Shifts of the forecast of a version with the answers of those they touch, the newest first. */
export const listGprShifts = pagedQuery({
  name: "gpr.shifts",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id, ...listGprShiftsQuery.shape }),
  // A version that the reader may not see has no shifts for them.
  authorize: () => undefined,
  sort: () => ({ id: "t.id", descending: true }),
  select: () => ({ columns: COLUMNS, from: "gpr_shifts t" }),
  where: (asked, ctx, { gprId }) => [
    `t.gpr_id = ${asked(gprId, "integer")}`,
    withinReach(asked, ctx.actor, "gpr.view", "t.object_id"),
  ],
  present: ({ actor }, { answers, ...row }: Row): GprShift => ({
    ...row,
    answers: answers.map((answer) => ({
      ...answer,
      yours:
        answer.status === "open" &&
        answersFor(actor, { objectId: row.objectId, ownerId: answer.owner.id }),
    })),
  }),
});

import { id, updateDefectInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { z } from "zod";
import {
  assertVersion,
  command,
  DomainError,
  forbidden,
  invalidField,
  updateRow,
  writeDecisions,
} from "../../kernel/index.ts";
import { assertObjectOpen, todayOn } from "../objects/index.ts";
import { defectDecisions, defectSubject } from "../rights/index.ts";
import { defectLifecycle } from "./defect-lifecycle.ts";
import { canForDefect, isOver, mayEdit, rightOver } from "./defect-workflow.ts";
import { assertTerm, currentDefect, type DefectRow, lockDefect } from "./load-defect.ts";

const input = z.strictObject({ defectId: id, ...updateDefectInput.shape });
const COLUMNS = ["title", "severity", "axes", "dueOn"] as const;
type Column = (typeof COLUMNS)[number];

/** Changes what a defect says, how grave it is and when it is due. Who may verify it may, until it is over. */
export const updateDefect = command({
  name: "defect.update",
  permissions: ["defect.verify"],
  input,
  load: (tx, ctx, { defectId }) => lockDefect(tx, ctx, defectId),
  authorize: (ctx, { defect, object }, asked) => {
    if (!canForDefect(ctx.actor, "defect.verify", defect)) throw forbidden("defect.verify");
    if (!mayEdit(ctx.actor, defect)) throw forbidden("defect.verify", "not_own_work");
    assertVersion(defect, asked.version, currentDefect(defect));
    assertObjectOpen(object);
    if (isOver(defect.status)) throw new DomainError("conflict", { sentence: "defect_over" });
    if (asked.dueOn !== defect.dueOn) assertTerm(asked.dueOn, todayOn(ctx, object));
    if (COLUMNS.every((column) => asked[column] === undefined)) throw invalidField("", "nothing_to_change");
  },
  execute: async (tx, { ctx, input: asked, target }) => {
    const { defect } = target;
    const changed = COLUMNS.filter(
      (column) => asked[column] !== undefined && asked[column] !== defect[column],
    );
    const after = await updateRow(tx, schema.defects, defect, only(changed, asked), currentDefect);
    const subject = defectSubject(defect);
    const isGrave = changed.includes("severity") && after.severity === "critical";
    const type = isGrave ? "defect.grown_critical" : "defect.changed";
    if (changed.includes("dueOn")) await writeDecisions(tx, subject, defectDecisions(after));
    return {
      result: defectLifecycle.stateOf(ctx, after, { ...target, defect: after }),
      changes: [
        {
          ...subject,
          right: rightOver(ctx.actor, "defect.verify", defect),
          before: only(changed, defect),
          after: only(changed, after),
        },
      ],
      events: [{ ...subject, type, payload: { title: after.title, fields: changed } }],
    };
  },
});

/** The named columns of the input or the row. */
function only(columns: readonly Column[], from: z.output<typeof input> | DefectRow): Partial<DefectRow> {
  return Object.fromEntries(columns.map((column) => [column, from[column]]));
}

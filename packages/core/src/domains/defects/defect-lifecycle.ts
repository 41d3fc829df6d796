import { defectTransitionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { defineLifecycle, type Tx } from "../../kernel/index.ts";
import { assertWorker, todayOn } from "../objects/index.ts";
import { assertTerm, currentDefect, type DefectRow, type LoadedDefect } from "./load-defect.ts";
import { defectDecisions } from "../rights/index.ts";
import { defectCase, defectWorkflow } from "./defect-workflow.ts";

type Given = { responsibleId: number; dueOn?: string | undefined };

const assignedTo = ({ responsibleId, dueOn }: Given): Partial<DefectRow> => ({
  responsibleId,
  ...(dueOn === undefined ? {} : { dueOn }),
});

/** Who is given a defect may fix one on this object. */
export const assertFixer = (tx: Tx, objectId: number, responsibleId: number): Promise<void> =>
  assertWorker(tx, objectId, responsibleId, { permission: "defect.fix", path: "responsibleId" });

/** The moves of defects: columns written and side effects. */
export const defectLifecycle = defineLifecycle({
  entity: "defect",
  workflow: defectWorkflow,
  input: defectTransitionInput,
  table: schema.defects,
  rowOf: ({ defect }: LoadedDefect) => defect,
  caseOf: (defect: DefectRow, { fixerLeft }) => defectCase({ ...defect, fixerLeft }),
  tracked: ["status", "statusSince", "responsibleId", "dueOn"],
  columns: ({ ctx }, to) => ({ status: to, statusSince: ctx.now }),
  columnsOf: {
    assign: ({ input }) => assignedTo(input),
    reassign: ({ input }) => assignedTo(input),
    reopen: ({ loaded: { fixerLeft } }) => (fixerLeft ? { responsibleId: null } : {}),
  },
  guards: {
    assign: async (tx, { ctx, loaded: { defect, object }, input }) => {
      assertTerm(input.dueOn, todayOn(ctx, object));
      await assertFixer(tx, defect.objectId, input.responsibleId);
    },
    reassign: async (tx, { ctx, loaded: { defect, object }, input }) => {
      assertTerm(input.dueOn, todayOn(ctx, object));
      await assertFixer(tx, defect.objectId, input.responsibleId);
    },
  },
  payload: ({ move, loaded: { defect }, after }) => ({
    title: after.title,
    from: defect.status,
    to: after.status,
    move,
    ...(defect.responsibleId === after.responsibleId ? {} : { previousId: defect.responsibleId }),
  }),
  current: currentDefect,
  decisionsOf: (defect) => defectDecisions(defect),
});

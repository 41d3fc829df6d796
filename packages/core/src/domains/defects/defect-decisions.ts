import { defectCode } from "@stsphera/contracts/defects/captions";
import { schema } from "@stsphera/db";
import { notInArray } from "drizzle-orm";
import { decidingMoves, personJson } from "../../kernel/index.ts";
import { type DecisionSource, dueRows } from "../../platform/decisions/index.ts";
import { defectDecisions, defectSubject } from "../rights/index.ts";
import { defectWorkflow } from "./defect-workflow.ts";

const { defects } = schema;

/** Defects that wait for somebody to name who fixes them, to begin, to fix them, to verify, or to settle a dispute. */
export const defectDecisionSource: DecisionSource = {
  entityType: "defect",
  table: "defects",
  decidedBy: [
    { permission: "defect.assign" },
    { permission: "defect.fix", relation: "responsible" },
    { permission: "defect.verify" },
    { permission: "defect.verify", relation: "reporter" },
    { permission: "defect.settle" },
  ],
  actions: {
    defect_to_assign: decidingMoves(defectWorkflow, "open", "defect.assign"),
    defect_to_start: decidingMoves(defectWorkflow, "assigned", "defect.fix"),
    defect_to_fix: decidingMoves(defectWorkflow, "in_work", "defect.fix"),
    defect_to_verify: decidingMoves(defectWorkflow, "fixed", "defect.verify"),
    defect_to_settle: decidingMoves(defectWorkflow, "disputed", "defect.settle"),
  },
  shown: `select json_build_object('number', t.number, 'title', t.title, 'version', t.version,
      'text', concat_ws(' ', t.facade, t.floor), 'who', ${personJson("coalesce(t.responsible_id, t.reporter_id)")})
    from defects t where t.id = p.id`,
  titleOf: ({ number, title }, locale) => `${defectCode({ number }, locale)} · ${title}`,
  linkOf: ({ id }) => ({ kind: "defect", id }),
  due: dueRows(defects, notInArray(defects.status, ["verified", "cancelled"]), (defect) => ({
    ...defectSubject(defect),
    decisions: defectDecisions(defect),
  })),
};

import { schema } from "@stsphera/db";
import { asc, eq, inArray, isNull, and } from "drizzle-orm";
import { decidingMoves, personJson } from "../../kernel/index.ts";
import { type DecisionSource, dueRows, within } from "../../platform/decisions/index.ts";
import { answerDecisions, answerWorkflow } from "./forecast/answer-workflow.ts";
import { answerSubject } from "./forecast/load-answer.ts";
import { gprDecisions } from "./gpr-workflow.ts";
import { subjectOf } from "./load-gpr.ts";

const { gprAnswers, gprSignatures, gprVersions } = schema;

/** Shifts of the forecast that wait for the owners of the rows they moved. */
export const gprAnswerDecisionSource: DecisionSource = {
  entityType: "gpr_answer",
  table: "gpr_answers",
  decidedBy: [{ permission: "gpr.answer", relation: "responsible" }],
  actions: { gpr_shift: decidingMoves(answerWorkflow, "open", "gpr.answer") },
  shown: `select json_build_object('title', 'ГПР, версия ' || v.number, 'version', a.version, 'text', s.reason,
      'gprId', v.id, 'who', ${personJson("s.shifted_by")})
    from gpr_answers a join gpr_shifts s on s.id = a.shift_id join gpr_versions v on v.id = a.gpr_id
    where a.id = p.id`,
  linkOf: ({ gprId }) => (gprId === null ? null : { kind: "gpr", id: gprId }),
  due: dueRows(gprAnswers, eq(gprAnswers.status, "open"), (answer) => ({
    ...answerSubject(answer),
    decisions: answerDecisions(answer),
  })),
};

/** Versions that wait for signatures, each for the signers who have not signed. */
export const gprDecisionSource: DecisionSource = {
  entityType: "gpr",
  table: "gpr_versions",
  decidedBy: [{ permission: "gpr.sign", relation: "signer" }],
  actions: { gpr_signature: [{ key: "open" }] },
  shown: `select json_build_object('title', 'ГПР, версия ' || v.number, 'version', v.version, 'who', (
      select ${personJson("m.by_id")} from entity_moves m where m.entity_type = 'gpr' and m.entity_id = v.id
        and m.move = 'send' order by m.id desc limit 1))
    from gpr_versions v where v.id = p.id`,
  linkOf: ({ id }) => ({ kind: "gpr", id }),
  due: async (on, part) => {
    const rows = await on
      .select()
      .from(gprVersions)
      .where(within(gprVersions.id, part, eq(gprVersions.status, "pending_signatures")))
      .orderBy(gprVersions.id)
      .limit(part.limit);
    const ids = rows.map(({ id }) => id);
    const signatures =
      ids.length === 0
        ? []
        : await on
            .select()
            .from(gprSignatures)
            .where(and(inArray(gprSignatures.gprId, ids), isNull(gprSignatures.voidedAt)))
            .orderBy(asc(gprSignatures.id));
    return rows.map((row) => ({
      ...subjectOf(row),
      decisions: gprDecisions(
        row.status,
        signatures.filter(({ gprId }) => gprId === row.id),
      ),
    }));
  },
};

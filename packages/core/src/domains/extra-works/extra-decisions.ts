import { schema } from "@stsphera/db";
import { eq } from "drizzle-orm";
import { decidingMoves, personJson } from "../../kernel/index.ts";
import { type DecisionSource, dueRows } from "../../platform/decisions/index.ts";
import { extraDecisions, extraWorkflow } from "./extra-workflow.ts";
import { subjectOf } from "./load-extra.ts";

const { extraWorks } = schema;

/** Reported extra works, which wait for the project managers. */
export const extraDecisionSource: DecisionSource = {
  entityType: "extra",
  table: "extra_works",
  decidedBy: [{ permission: "extra.decide" }],
  actions: { extra_to_decide: decidingMoves(extraWorkflow, "reported", "extra.decide") },
  shown: `select json_build_object('title', t.title, 'version', t.version, 'text', t.place,
      'who', ${personJson("t.author_id")})
    from extra_works t where t.id = p.id`,
  linkOf: ({ id }) => ({ kind: "extra", id }),
  due: dueRows(extraWorks, eq(extraWorks.status, "reported"), (extra) => ({
    ...subjectOf(extra),
    decisions: extraDecisions(extra),
  })),
};

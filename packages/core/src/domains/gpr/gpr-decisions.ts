import { gprName } from "@stsphera/contracts/gpr/captions";
import { schema } from "@stsphera/db";
import { SIGNER_ROLES } from "@stsphera/schedule/versions";
import { asc, eq, inArray, isNull, and } from "drizzle-orm";
import { personJson } from "../../kernel/index.ts";
import { type DecisionSource, within } from "../../platform/decisions/index.ts";
import { gprDecisions } from "./gpr-workflow.ts";
import { subjectOf } from "./load-gpr.ts";

const { gprSignatures, gprVersions } = schema;

/** Versions that wait for signatures, each for the signers who have not signed. */
export const gprDecisionSource: DecisionSource = {
  entityType: "gpr",
  table: "gpr_versions",
  decidedBy: SIGNER_ROLES.map((by) => ({ permission: "gpr.sign", relation: "signer", by })),
  actions: { gpr_signature: [{ key: "open" }] },
  shown: `select json_build_object('number', v.number, 'version', v.version, 'who', (
      select ${personJson("m.by_id")} from entity_moves m where m.entity_type = 'gpr' and m.entity_id = v.id
        and m.move = 'send' order by m.id desc limit 1))
    from gpr_versions v where v.id = p.id`,
  titleOf: ({ number }, locale) => gprName(number, locale),
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

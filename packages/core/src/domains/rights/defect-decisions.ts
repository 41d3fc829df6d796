import { schema } from "@stsphera/db";
import { and, eq, inArray } from "drizzle-orm";
import { type Decision, decisionRow, subjectAs, type Tx } from "../../kernel/index.ts";

const { pendingDecisions } = schema;

export type DefectRow = typeof schema.defects.$inferSelect;

export const defectSubject = subjectAs("defect");

/** What waits in this state: naming who fixes it, beginning, fixing, verifying, settling a dispute. */
export function defectDecisions(
  defect: Pick<DefectRow, "status" | "responsibleId" | "reporterId" | "dueOn" | "statusSince">,
): readonly Decision[] {
  const { status, responsibleId, reporterId } = defect;
  const at = { dueOn: defect.dueOn, since: defect.statusSince };
  switch (status) {
    case "open":
      return [{ kind: "defect_to_assign", permission: "defect.assign", ...at }];
    case "assigned":
    case "reopened":
    case "in_work":
      return responsibleId === null
        ? []
        : [
            {
              kind: status === "in_work" ? "defect_to_fix" : "defect_to_start",
              permission: "defect.fix",
              holderId: responsibleId,
              relation: "responsible",
              companyWide: true,
              ...at,
            },
          ];
    case "fixed": {
      const judged = {
        kind: "defect_to_verify",
        permission: "defect.verify",
        exceptUserIds: responsibleId === null ? [] : [responsibleId],
        ...at,
      } as const;
      return [judged, { ...judged, holderId: reporterId, relation: "reporter", companyWide: true }];
    }
    case "disputed":
      return [{ kind: "defect_to_settle", permission: "defect.settle", ...at }];
    default:
      return [];
  }
}

/** Rewrites what waits for several defects; call it where they change otherwise than by a move. */
export async function writeDefectDecisions(tx: Tx, defects: readonly DefectRow[]): Promise<void> {
  const ids = defects.map(({ id }) => id);
  await tx
    .delete(pendingDecisions)
    .where(and(eq(pendingDecisions.entityType, "defect"), inArray(pendingDecisions.entityId, ids)));
  const rows = defects.flatMap((defect) =>
    defectDecisions(defect).map((decision) => decisionRow(defectSubject(defect), decision)),
  );
  if (rows.length > 0) await tx.insert(pendingDecisions).values(rows);
}

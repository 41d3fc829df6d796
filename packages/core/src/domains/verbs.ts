import { fileLinkVerb } from "../platform/attachments/index.ts";
import {
  approvalsQuery,
  repairDecisionsCommand,
  rebuildDecisions as rebuildDecisionsOf,
  type RebuiltDecisions,
} from "../platform/decisions/index.ts";
import { ATTACHMENT_RULES, DECISION_SOURCES } from "./index.ts";

/** Platform verbs that depend on what the domains registered. */
export const getFileLink = fileLinkVerb(ATTACHMENT_RULES);
export const listMyApprovals = approvalsQuery(DECISION_SOURCES);
export const repairDecisions = repairDecisionsCommand(DECISION_SOURCES);

/** Compares the waiting decisions of all domains with the expected ones and repairs differences. For jobs. */
export const rebuildDecisions = (
  mender: Parameters<typeof rebuildDecisionsOf>[0],
): Promise<RebuiltDecisions> => rebuildDecisionsOf(mender, DECISION_SOURCES, repairDecisions);

export type { DecisionDifference } from "../platform/decisions/index.ts";

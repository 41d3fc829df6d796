import type { DecisionSource } from "../platform/decisions/index.ts";
import { defectDecisionSource } from "./defects/index.ts";
import { extraDecisionSource } from "./extra-works/index.ts";
import { factDecisionSource } from "./facts/index.ts";
import { gprAnswerDecisionSource, gprDecisionSource } from "./gpr/index.ts";
import { erasureDecisionSource, userDecisionSource } from "./people/index.ts";
import { supplyDecisionSource } from "./supply/index.ts";
import { rescheduleDecisionSource, taskDecisionSource } from "./tasks/index.ts";
import { zoneDecisionSource } from "./zones/index.ts";

/** Entities with waiting decisions and how they are shown: one entry per entity. */
export const DECISION_SOURCES: readonly DecisionSource[] = [
  taskDecisionSource,
  rescheduleDecisionSource,
  factDecisionSource,
  extraDecisionSource,
  gprDecisionSource,
  gprAnswerDecisionSource,
  defectDecisionSource,
  supplyDecisionSource,
  zoneDecisionSource,
  userDecisionSource,
  erasureDecisionSource,
];

import type { Approval, ApprovalKind } from "@stsphera/contracts";
import type { DeepLink } from "@stsphera/telegram";
import type { Decision } from "../../kernel/index.ts";

/** A right by which decisions are made, as their rows name it. */
export type DecidedBy = Pick<Decision, "permission" | "relation" | "beyond">;

/** What a domain registers of a thing that waits for decisions. Of its SQL `p` is the row that is shown. */
export type DecisionSource = {
  entityType: string;
  /** The table of the thing, whose rows are locked by everything that changes what waits. */
  table: string;
  /** Every right that its rows name. */
  decidedBy: readonly DecidedBy[];
  /** By kind, what may be done with it. */
  actions: Readonly<Partial<Record<ApprovalKind, Approval["actions"]>>>;
  /** A subselect of one JSON object: the fields of an approval that are the thing's own. Without one nothing is. */
  shown?: string;
  /** Where it is decided on. */
  linkOf?: (item: Pick<Approval, "id" | "objectId" | "taskId">) => DeepLink | null;
  /** Every row that should stand, in the columns of `DECISION_COLUMNS`. */
  rebuild: string;
};

/** The columns of `pending_decisions` that are not derived from others. */
export const DECISION_COLUMNS = [
  "object_id",
  "entity_type",
  "entity_id",
  "kind",
  "permission",
  "relation",
  "beyond",
  "holder_id",
  "except_user_ids",
  "company_wide",
  "due_on",
  "since",
  "batch",
] as const;

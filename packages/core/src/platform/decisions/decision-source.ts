import type { Approval, ApprovalKind } from "@stsphera/contracts";
import type { DeepLink } from "@stsphera/telegram";
import { and, gt, inArray, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Decision, Tx } from "../../kernel/index.ts";

/** A right by which decisions are made, as their rows name it. */
export type DecidedBy = Pick<Decision, "permission" | "relation" | "beyond">;

/** The next things of a kind after an id, or some by their ids. */
export type Part = { after: number; limit: number; ids?: readonly number[] };

/** A thing with what waits for whom of it; nothing may. */
export type Due = { entityId: number; objectId: number | null; decisions: readonly Decision[] };

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
  /**
   * Reads things of which something may wait, by id, as many as the part holds, and says by the function that the moves
   * write with what should: so the rows are built anew. Things in states in which nothing waits are left out.
   */
  due: (on: Pick<Tx, "select">, part: Part) => Promise<readonly Due[]>;
};

/** The rows of a part, for the select of a domain: `.where(within(tasks.id, part, …)).orderBy(tasks.id).limit(part.limit)`. */
export const within = (id: PgColumn, { after, ids }: Part, ...more: (SQL | undefined)[]): SQL | undefined =>
  and(gt(id, after), ids === undefined ? undefined : inArray(id, [...ids]), ...more);

import type { Approval, ApprovalKind } from "@stsphera/contracts";
import type { DeepLink } from "@stsphera/telegram";
import { and, gt, type InferSelectModel, inArray, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Decision, Tx } from "../../kernel/index.ts";

/** A right that decides, as stored in the rows. */
export type DecidedBy = Pick<Decision, "permission" | "relation" | "beyond">;

/** The next things of a kind after an id, or those with the given ids. */
export type Part = { after: number; limit: number; ids?: readonly number[] };

/** A thing with the decisions it should have; possibly none. */
export type Due = { entityId: number; objectId: number | null; decisions: readonly Decision[] };

/** What a domain registers for an entity with decisions. In its SQL `p` is the row shown. */
export type DecisionSource = {
  entityType: string;
  /** The table of the thing; everything that changes its decisions locks its row. */
  table: string;
  /** Every right that its rows may name. */
  decidedBy: readonly DecidedBy[];
  /** The possible actions, by kind. */
  actions: Readonly<Partial<Record<ApprovalKind, Approval["actions"]>>>;
  /** A subselect of one JSON object with the thing's own fields of an approval; null when there are none. */
  shown?: string;
  /** Where the decision is made in the app. */
  linkOf?: (item: Pick<Approval, "id" | "objectId" | "taskId" | "gprId" | "due">) => DeepLink | null;
  /**
   * Reads things that may have decisions, in id order, up to the part's limit, and computes their decisions with the
   * same function as the moves; used to rebuild the rows. Things in states without decisions are skipped.
   */
  due: (on: Pick<Tx, "select">, part: Part) => Promise<readonly Due[]>;
};

/**
 * The condition of a part, for a domain's select: `.where(within(tasks.id, part,
 * …)).orderBy(tasks.id).limit(part.limit)`.
 */
export const within = (id: PgColumn, { after, ids }: Part, ...more: (SQL | undefined)[]): SQL | undefined =>
  and(gt(id, after), ids === undefined ? undefined : inArray(id, [...ids]), ...more);

/** `due` of a source whose things are rows of one table, those of which something may wait. */
export const dueRows =
  <T extends PgTable & { id: PgColumn }>(
    table: T,
    mayWait: SQL,
    dueOf: (row: InferSelectModel<T>) => Due,
  ): DecisionSource["due"] =>
  async (on, part) => {
    const rows = await on
      .select()
      .from(table as PgTable)
      .where(within(table.id, part, mayWait))
      .orderBy(table.id)
      .limit(part.limit);
    return (rows as InferSelectModel<T>[]).map(dueOf);
  };

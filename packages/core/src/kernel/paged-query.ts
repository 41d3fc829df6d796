import type { Permission } from "@stsphera/rbac";
import type { z } from "zod";
import type { Context } from "./context.ts";
import {
  brokenCursor,
  isPositionOf,
  openCursor,
  type Position,
  type PositionType,
  toPage,
} from "./cursor.ts";
import { allOf, type Asked, type ListText, listText } from "./list-text.ts";
import { query, type Query } from "./query.ts";

const CAST: Readonly<Record<PositionType, (place: string) => string>> = {
  text: (place) => `${place} collate "ru-x-icu"`,
  integer: (place) => `${place}::integer`,
  date: (place) => `${place}::date`,
  timestamptz: (place) => `${place}::timestamptz`,
};

/** A sort order of a list, matching an index that ends in the id. */
export type Sort<Row> = {
  /** The sort key before the id, never null: its SQL, its type and its text for the cursor. */
  value?: { sql: string; type: PositionType; of: (row: Row) => string };
  id: string;
  idType?: "integer" | "bigint";
  descending?: boolean;
};

/** The parts of a list's statement; with `page` the rows are cut to a page before their columns are read. */
export type Selection = {
  columns: string;
  /** Tables with their aliases; with `page`, what is joined to the page. */
  from: string;
  /** The table that is cut to a page, with its alias: `tasks t`. */
  page?: { table: string; alias: string };
};

type PageInput = { limit: number; cursor?: string | undefined };
type Page<A> = { items: A[]; nextCursor: string | null };

export type PagedQueryDefinition<S extends z.ZodType<PageInput>, Row extends { id: number }, A> = {
  name: string;
  permissions: readonly Permission[];
  input: S;
  /** Throws for an actor who may not read the list. */
  authorize: (ctx: Context, input: z.output<S>) => void;
  sort: (input: z.output<S>) => Sort<Row>;
  select: (asked: Asked, ctx: Context, input: z.output<S>) => Selection;
  /** Conditions; false for filters that are not used, which then add nothing to the statement. */
  where: (asked: Asked, ctx: Context, input: z.output<S>) => readonly (string | false)[];
  present: (ctx: Context, row: Row) => A;
};

/**
 * Defines a list with keyset pages, whose cursor is bound to its name and its filters. Throws validation_failed (cursor_broken)
 * for a cursor of another list or a malformed one.
 */
export function pagedQuery<S extends z.ZodType<PageInput>, Row extends { id: number }, A>(
  definition: PagedQueryDefinition<S, Row, A>,
): Query<S, Page<A>> {
  const { name, permissions, input: schema } = definition;
  return query({
    name,
    permissions,
    input: schema,
    read: async (ctx, input): Promise<Page<A>> => {
      definition.authorize(ctx, input);
      const { limit, cursor, ...filters } = input;
      const sort = definition.sort(input);
      const listing = { list: name, filters };
      const from = openCursor(cursor, listing);
      assertPosition(sort, from);
      const { text, params } = statement(definition, ctx, { input, sort, from, rows: limit + 1 });
      const rows = await ctx.db.read<Row>(text, params);
      const page = toPage(rows, limit, listing, (row) => sort.value?.of(row) ?? null);
      return { items: page.items.map((row) => definition.present(ctx, row)), nextCursor: page.nextCursor };
    },
  });
}

type Wanted<I, Row> = { input: I; sort: Sort<Row>; from: Position | null; rows: number };

function statement<S extends z.ZodType<PageInput>, Row extends { id: number }, A>(
  { select, where }: PagedQueryDefinition<S, Row, A>,
  ctx: Context,
  { input, sort, from, rows }: Wanted<z.output<S>, Row>,
): ListText {
  return listText((asked) => {
    const { columns, from: tables, page } = select(asked, ctx, input);
    const conditions = allOf(...where(asked, ctx, input), from !== null && after(sort, from, asked));
    const order = orderOf(sort);
    const limit = asked(rows, "integer");
    if (page === undefined) {
      return `select ${columns} from ${tables} where ${conditions} order by ${order} limit ${limit}`;
    }
    const { table, alias } = page;
    return `with page as materialized (
      select ${alias}.* from ${table} ${alias} where ${conditions} order by ${order} limit ${limit})
    select ${columns} from page ${alias} ${tables} order by ${order}`;
  });
}

/** All columns in the same direction, so that one index scan serves the order. */
function orderOf<Row>({ value, id, descending = false }: Sort<Row>): string {
  const direction = descending ? " desc" : "";
  const key = value === undefined ? "" : `${keyOf(value)}${direction}, `;
  return `${key}${id}${direction}`;
}

const keyOf = ({ sql, type }: { sql: string; type: PositionType }): string =>
  type === "text" ? CAST.text(sql) : sql;

function after<Row>(sort: Sort<Row>, from: Position, asked: Asked): string {
  const { value, id, idType = "integer", descending = false } = sort;
  const than = descending ? "<" : ">";
  const last = (place: string) => asked(from.id, place);
  if (value === undefined) return `${id} ${than} ${last(idType)}`;
  const place = CAST[value.type](asked(from.value, "text"));
  return `(${keyOf(value)}, ${id}) ${than} (${place}, ${last(idType)})`;
}

function assertPosition<Row>({ value }: Sort<Row>, from: Position | null): void {
  if (from === null) return;
  const fits =
    value === undefined ? from.value === null : from.value !== null && isPositionOf(value.type, from.value);
  if (!fits) throw brokenCursor();
}

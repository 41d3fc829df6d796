import type { Reader } from "@stsphera/db";
import { sql } from "drizzle-orm";
import type { Tx } from "./context.ts";

/** Reads by raw statements inside a transaction: on its own connection, with what it has written itself. */
export const readerIn =
  (tx: Tx): Reader =>
  async (text, params) => {
    const parts = text
      .split(/\$(\d+)/)
      .map((part, at) => (at % 2 === 0 ? sql.raw(part) : sql`${params[Number(part) - 1]}`));
    return [...(await tx.execute(sql.join(parts)))] as never;
  };

import {
  csvHead,
  csvLine,
  exportFileName,
  listExportedRows,
  loadActor,
  notFound,
  sameActor,
  type Context,
} from "@stsphera/core";
import { attachmentNamed } from "@stsphera/storage";
import type { Hono } from "hono";
import type { ApiEnv, AppDeps } from "../deps.ts";
import { streamed } from "../http/answer.ts";
import { readParts } from "../http/read-parts.ts";
import { verbContext } from "../http/verb-context.ts";
import { z } from "zod";

const PATH = "/api/audit/exports/:key/file";
const ROWS_OF_A_PAGE = 1000;
const WORDS = { key: z.uuid() };

/** The file of an export: read from the database page by page while it is sent. */
export function mountAuditFile(app: Hono<ApiEnv>, deps: AppDeps): void {
  app.get(PATH, async (c) => {
    c.set("route", PATH);
    const parts = readParts(c.req.param(), WORDS);
    if (parts === null) throw notFound();
    const ctx = verbContext(c, deps);
    // Each page is judged by the rights of its moment: a long file outlives a role.
    const again = async (): Promise<Context> => {
      const actor = await loadActor(deps.db, sameActor(c.var.actor), deps.now());
      if (actor === null) throw notFound();
      return { ...ctx, actor, now: deps.now() };
    };
    const lines = linesOf(again, String(parts["key"]), c.var.actor);
    // The first part is read before the answer begins, so that a refusal has its status.
    const first = await lines.next();
    return streamed(c, after(first, lines), {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachmentNamed(exportFileName(ctx.now, c.var.actor)),
    });
  });
}

async function* linesOf(
  ctx: () => Promise<Context>,
  key: string,
  reader: ApiEnv["Variables"]["actor"],
): AsyncGenerator<string, void> {
  let cursor: string | null = null;
  let head = csvHead(reader.locale);
  do {
    const page: Awaited<ReturnType<typeof listExportedRows.run>> = await listExportedRows.run(await ctx(), {
      key,
      limit: ROWS_OF_A_PAGE,
      ...(cursor === null ? {} : { cursor }),
    });
    yield head + page.items.map((record) => csvLine(record, reader)).join("");
    head = "";
    cursor = page.nextCursor;
  } while (cursor !== null);
}

async function* after(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string, void>,
): AsyncGenerator<string, void> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

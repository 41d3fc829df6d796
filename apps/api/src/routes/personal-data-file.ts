import { type Context, EXPORTED_TABLES, exportName, listPersonalRows, notFound } from "@stsphera/core";
import { attachmentNamed } from "@stsphera/storage";
import type { Hono } from "hono";
import { z } from "zod";
import type { ApiEnv, AppDeps } from "../deps.ts";
import { streamed } from "../http/answer.ts";
import { readParts } from "../http/read-parts.ts";
import { verbContext } from "../http/verb-context.ts";

const PATH = "/api/data-exports/:key/file";
const WORDS = { key: z.uuid() };

type Page = Awaited<ReturnType<typeof listPersonalRows.run>>;

/** The file of an export: one JSON document, read from the database table by table while it is sent. */
export function mountPersonalDataFile(app: Hono<ApiEnv>, deps: AppDeps): void {
  app.get(PATH, async (c) => {
    c.set("route", PATH);
    const parts = readParts(c.req.param(), WORDS);
    if (parts === null) throw notFound();
    const ctx = verbContext(c, deps);
    const key = String(parts["key"]);
    const read = (table: string, after: number): Promise<Page> =>
      listPersonalRows.run({ ...ctx, now: deps.now() }, { key, table, after });
    // The first page is read before the answer begins, so that a refusal has its status.
    const [first = ""] = EXPORTED_TABLES;
    const page = await read(first, 0);
    return streamed(c, documentOf(page, read, ctx), {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": attachmentNamed(exportName(c.var.actor, page.userId, ctx.now)),
    });
  });
}

async function* documentOf(
  first: Page,
  read: (table: string, after: number) => Promise<Page>,
  { now }: Pick<Context, "now">,
): AsyncGenerator<string, void> {
  yield `{"userId":${first.userId},"madeAt":"${now.toISOString()}","tables":{`;
  for (const [at, table] of EXPORTED_TABLES.entries()) {
    yield `${at === 0 ? "" : ","}\n${JSON.stringify(table)}:[`;
    yield* rowsOf(table, at === 0 ? first : await read(table, 0), read);
    yield "]";
  }
  yield "}}\n";
}

async function* rowsOf(
  table: string,
  first: Page,
  read: (table: string, after: number) => Promise<Page>,
): AsyncGenerator<string, void> {
  let page = first;
  let separator = "\n";
  for (;;) {
    for (const row of page.rows) {
      yield separator + JSON.stringify(row);
      separator = ",\n";
    }
    if (page.next === null) return;
    page = await read(table, page.next);
  }
}

import { Readable } from "node:stream";
import { gprImported, importGprInput } from "@stsphera/contracts";
import { exportGpr, exportGprDiff, importGpr, notFound } from "@stsphera/core";
import { makePdf } from "@stsphera/core/reports";
import { attachmentNamed } from "@stsphera/storage";
import type { Hono } from "hono";
import type { ApiEnv, AppDeps, HttpContext } from "../deps.ts";
import { bytes, streamedBytes } from "../http/answer.ts";
import { readParts } from "../http/read-parts.ts";
import { verbContext } from "../http/verb-context.ts";
import { endpoint } from "./endpoint.ts";
import { GPR } from "./gpr-tag.ts";

const VERSION = "/api/gpr-versions/:gprId/file";
const DIFF = "/api/gpr-versions/:gprId/diff/file";

export const gprFileRoutes = [
  endpoint({
    method: "post",
    path: "/api/gpr-versions/:gprId/imports",
    tag: GPR,
    summary: "Fill a draft from a file of Microsoft Project; what cannot be kept is said row by row",
    description: `A version goes out at \`${VERSION}?as=mspdi\` or \`?as=xlsx\`, the paper of changes at \`${DIFF}?with=…&as=xlsx\` or \`as=pdf\`.`,
    verb: importGpr,
    body: importGprInput,
    answer: gprImported,
    examples: {
      body: { version: 4, file: "PFByb2plY3Q+PC9Qcm9qZWN0Pg==", rows: "known" },
      answer: {
        id: 3,
        version: 5,
        status: "draft",
        rows: 128,
        links: 161,
        removed: 0,
        notices: [
          {
            kind: "duration_rounded",
            row: 17,
            name: "Разметка осей",
            text: "Длительность 12 ч округлена до 2 дн.",
          },
        ],
        more: 0,
      },
    },
  }),
];

/** Files of versions: spreadsheets, files of Microsoft Project, the paper of changes. */
export function mountGprFiles(app: Hono<ApiEnv>, deps: AppDeps): void {
  app.get(VERSION, async (c) => {
    c.set("route", VERSION);
    return fileOf(c, await exportGpr.run(verbContext(c, deps), askedOf(c) as never));
  });
  app.get(DIFF, async (c) => {
    c.set("route", DIFF);
    const made = await exportGprDiff.run(verbContext(c, deps), askedOf(c) as never);
    if ("body" in made) return fileOf(c, made);
    const paper = Readable.toWeb(makePdf(made)) as ReadableStream<Uint8Array<ArrayBuffer>>;
    return streamedBytes(c, paper, {
      "Content-Type": "application/pdf",
      "Content-Disposition": attachmentNamed(made.fileName),
    });
  });
}

function askedOf(c: HttpContext): Record<string, unknown> {
  const parts = readParts(c.req.param());
  if (parts === null) throw notFound();
  return { ...c.req.query(), ...parts };
}

const fileOf = (
  c: HttpContext,
  { fileName, type, body }: { fileName: string; type: string; body: Buffer<ArrayBuffer> },
): Response => bytes(c, 200, type, body, { "Content-Disposition": attachmentNamed(fileName) });

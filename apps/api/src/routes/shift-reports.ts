import { getDowntimeAct, getShiftReport, notFound } from "@stsphera/core";
import { makePdf } from "@stsphera/core/reports";
import { shiftReport, shiftReportQuery } from "@stsphera/contracts";
import { attachmentNamed } from "@stsphera/storage";
import type { Hono } from "hono";
import { Readable } from "node:stream";
import type { ApiEnv, AppDeps, HttpContext } from "../deps.ts";
import { streamedBytes } from "../http/answer.ts";
import { readParts } from "../http/read-parts.ts";
import { verbContext } from "../http/verb-context.ts";
import { endpoint } from "./endpoint.ts";
import * as reports from "./examples/shift-reports.ts";
import { SHIFTS } from "./shifts.ts";

export const shiftReportRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/shift-report",
    tag: SHIFTS,
    summary: "A text of a shift: to the general contractor, to the meeting, for the work journal",
    verb: getShiftReport,
    query: shiftReportQuery,
    answer: shiftReport,
    examples: { answer: reports.report },
  }),
];

const REPORT = "/api/objects/:objectId/shift-report/file";
const ACT = "/api/shift-records/:recordId/act";

/** The same texts as PDF, made while they are sent. */
export function mountShiftFiles(app: Hono<ApiEnv>, deps: AppDeps): void {
  app.get(REPORT, async (c) => {
    c.set("route", REPORT);
    const asked = { ...c.req.query(), ...partsOf(c) };
    const { title, text, fileName } = await getShiftReport.run(verbContext(c, deps), asked as never);
    return pdf(c, { title, lines: text.split("\n").slice(2) }, fileName);
  });
  app.get(ACT, async (c) => {
    c.set("route", ACT);
    const { fileName, ...act } = await getDowntimeAct.run(verbContext(c, deps), partsOf(c) as never);
    return pdf(c, act, fileName);
  });
}

function partsOf(c: HttpContext): Record<string, unknown> {
  const parts = readParts(c.req.param());
  if (parts === null) throw notFound();
  return parts;
}

const pdf = (c: HttpContext, text: Parameters<typeof makePdf>[0], fileName: string): Response =>
  streamedBytes(c, Readable.toWeb(makePdf(text)) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    "Content-Type": "application/pdf",
    "Content-Disposition": attachmentNamed(fileName),
  });

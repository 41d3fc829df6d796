import { randomUUID } from "node:crypto";
import type { createGprInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { contentOfForecast, contentOfTemplate, type VersionContent } from "@stsphera/schedule/versions";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { type Context, DomainError, invalidField, type Tx } from "../../kernel/index.ts";
import { type ObjectOfThing, todayOn } from "../objects/index.ts";
import { nextNumber } from "./edit-draft.ts";
import { forecastOf, loadForecast } from "./forecast/read-forecast.ts";
import { readContent } from "./gpr-content.ts";
import type { GprVersionRow } from "./load-gpr.ts";
import { ownersOf, readMembers } from "./members.ts";
import { findTemplate } from "./templates/find-template.ts";

const { gprVersions, objects } = schema;

type Source = z.output<typeof createGprInput>;

/** The rows a version begins with: those of a template with owners by department, a copy of the active one or of its forecast, or none. */
export async function sourceContent(
  tx: Tx,
  ctx: Context,
  object: ObjectOfThing,
  { from, template: code, startOn }: Source,
): Promise<VersionContent> {
  if (from === "active") return copyOfActive(tx, object.id, startOn);
  if (from === "forecast") return contentOfForecastNow(tx, ctx, object.id);
  const start = startOn ?? (await firstDay(tx, ctx, object));
  if (from === "empty") return { start, rows: [], links: [] };
  const template = await findTemplate(tx, code);
  if (template === undefined) throw invalidField("template", "gpr_unknown_template");
  const owners = ownersOf(await readMembers(tx, object.id));
  const content = contentOfTemplate(template, start, { newKey: randomUUID, owners });
  const before = (await nextNumber(tx, object.id)) - 1;
  return { ...content, rows: content.rows.map((row) => ({ ...row, number: row.number + before })) };
}

async function copyOfActive(tx: Tx, objectId: number, startOn: string | undefined): Promise<VersionContent> {
  const { content } = await readContent(tx, await activeOf(tx, objectId));
  return startOn === undefined ? content : { ...content, start: startOn };
}

/** What the forecast of the version in force expects, as a plan to be signed anew. */
async function contentOfForecastNow(tx: Tx, ctx: Context, objectId: number): Promise<VersionContent> {
  const { id } = await activeOf(tx, objectId);
  const { content, schedule, known } = forecastOf(ctx, await loadForecast(tx, id));
  return contentOfForecast(content, schedule, known);
}

async function activeOf(tx: Tx, objectId: number): Promise<GprVersionRow> {
  const [active] = await tx
    .select()
    .from(gprVersions)
    .where(and(eq(gprVersions.objectId, objectId), eq(gprVersions.status, "active")));
  if (active === undefined) throw new DomainError("conflict", { sentence: "gpr_no_active" });
  return active;
}

/** The start of the object, else the day of its contract, else today. */
async function firstDay(tx: Tx, ctx: Context, object: ObjectOfThing): Promise<string> {
  const { startDate, contractDate } = objects;
  const [row] = await tx.select({ startDate, contractDate }).from(objects).where(eq(objects.id, object.id));
  return row?.startDate ?? row?.contractDate ?? todayOn(ctx, object);
}

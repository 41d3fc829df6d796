import { randomUUID } from "node:crypto";
import { type GprImported, id, importGprInput } from "@stsphera/contracts";
import { oneLine } from "@stsphera/contracts/format";
import { isLegible } from "@stsphera/contracts";
import type { Project } from "@stsphera/schedule/mspdi";
import { contentOfProject, datesOf, type VersionContent } from "@stsphera/schedule/versions";
import { z } from "zod";
import { assertVersion, command, type Tx } from "../../../kernel/index.ts";
import { authorizeEdit, nextNumber, saveContent } from "../edit-draft.ts";
import { workdaysOf } from "../gpr-calendar.ts";
import { readContent } from "../gpr-content.ts";
import { currentGpr, lockGpr } from "../load-gpr.ts";
import { scheduleOf } from "../schedule-problems.ts";
import { localeOf } from "./exchange-words.ts";
import { type OwnNotice, tellNotices } from "./tell-notices.ts";
import { readProjectFile } from "./read-project-file.ts";

const MAX_NAME = 200;

/**
 * Fills a draft with the rows and links of a file of Microsoft Project: a step that can be taken back. What cannot be kept
 * is said row by row.
 */
export const importGpr = command({
  name: "gpr.import",
  permissions: ["gpr.edit"],
  quiet: true,
  input: z.strictObject({ gprId: id, ...importGprInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, loaded, { version }) => {
    const verdict = authorizeEdit(ctx, loaded);
    assertVersion(loaded.gpr, version, currentGpr(loaded.gpr));
    return verdict;
  },
  execute: async (tx, { ctx, input: { file, rows }, target: loaded, verdict }) => {
    const { gpr } = loaded;
    const { project, notices } = readProjectFile(file);
    const kept = await readContent(tx, gpr);
    const first = await nextNumber(tx, gpr.objectId);
    const known = rows === "known" ? kept.content.rows : [];
    const { content, own } = contentOf(project, known, first);
    const told = [...notices, ...own, ...(await differing(tx, gpr.objectId, project, content))];
    const saved = await saveContent(tx, ctx, { loaded, verdict, kept }, content);
    const { rows: _rows, removed, ...state } = saved.result;
    const result: GprImported = {
      ...state,
      rows: content.rows.length,
      links: content.links.length,
      removed: removed.length,
      ...tellNotices(told, localeOf(ctx.actor)),
    };
    return { ...saved, result };
  },
});

/** Rows with names that can be read and numbers of their own, and what was changed for that. */
function contentOf(
  project: Project,
  known: VersionContent["rows"],
  firstNumber: number,
): { content: VersionContent; own: OwnNotice[] } {
  const numbers = new Set(known.map(({ number }) => number));
  const { content, guessed } = contentOfProject(project, known, {
    newKey: randomUUID,
    department: "construction",
  });
  const own: OwnNotice[] = [];
  const guesses = new Set(guessed);
  let next = firstNumber;
  const rows = content.rows.map((row, at) => {
    const about = { row: at + 1, name: row.name };
    const name = oneLine(row.name);
    const isNamed = isLegible(name);
    if (!isNamed) own.push({ kind: "name_empty", ...about });
    if (name.length > MAX_NAME) own.push({ kind: "name_cut", ...about });
    if (guesses.has(row.key)) own.push({ kind: "guessed_department", ...about });
    if (typeof project.tasks[at]?.calendar === "number") own.push({ kind: "own_calendar", ...about });
    const number = numbers.has(row.number) ? row.number : next++;
    return { ...row, number, name: isNamed ? [...name].slice(0, MAX_NAME).join("").trim() : `№ ${number}` };
  });
  const begun = project.tasks.filter(({ actualStart }) => actualStart !== null).length;
  if (begun > 0) own.push({ kind: "progress", row: null, name: null, count: begun });
  return { content: { ...content, rows }, own };
}

/** How many rows have other dates by the calendar of the object than the file says. */
async function differing(
  tx: Tx,
  objectId: number,
  { tasks }: Project,
  content: VersionContent,
): Promise<OwnNotice[]> {
  const dates = datesOf(scheduleOf(content, await workdaysOf(tx, objectId)));
  const count = content.rows.filter(({ key }, at) => {
    const { start = null, finish = null } = tasks[at] ?? {};
    const is = dates.get(key);
    return start !== null && (start !== is?.start || finish !== is.finish);
  }).length;
  return count === 0 ? [] : [{ kind: "dates_differ", row: null, name: null, count }];
}

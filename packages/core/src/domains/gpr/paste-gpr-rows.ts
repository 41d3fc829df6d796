import { randomUUID } from "node:crypto";
import { id, isLegible, pasteGprRowsInput } from "@stsphera/contracts";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import { type PasteProblem, readPastedRows, type VersionContent } from "@stsphera/schedule/versions";
import { z } from "zod";
import { assertVersion, command, DomainError } from "../../kernel/index.ts";
import { authorizeEdit, nextNumber, saveContent } from "./edit-draft.ts";
import { readContent } from "./gpr-content.ts";
import { currentGpr, lockGpr } from "./load-gpr.ts";
import { readMembers } from "./members.ts";
import { pasteWords } from "./paste-words.ts";

const MAX_NAME = 200;
const MAX_UNIT = 20;
/** How many broken cells one answer names. */
const TOLD_CELLS = 200;

/** Changes and adds rows pasted from a spreadsheet; while one cell is broken nothing is saved, and each is named. */
export const pasteGprRows = command({
  name: "gpr.paste",
  permissions: ["gpr.edit"],
  quiet: true,
  input: z.strictObject({ gprId: id, ...pasteGprRowsInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, loaded, { version }) => {
    const verdict = authorizeEdit(ctx, loaded);
    assertVersion(loaded.gpr, version, currentGpr(loaded.gpr));
    return verdict;
  },
  execute: async (tx, { ctx, input: { table }, target: loaded, verdict }) => {
    const { gpr } = loaded;
    const kept = await readContent(tx, gpr);
    const known = pasteWords(await readMembers(tx, gpr.objectId));
    const firstNumber = await nextNumber(tx, gpr.objectId);
    const read = readPastedRows(table, kept.content, known, {
      newKey: randomUUID,
      department: "construction",
      firstNumber,
    });
    refuse(read.problems);
    assertLengths(read.content);
    return saveContent(tx, ctx, { loaded, verdict, kept }, read.content);
  },
});

const REASONS: Readonly<Partial<Record<PasteProblem["why"], RefusalCode>>> = {
  too_many_rows: "gpr_paste_too_many",
  unknown_column: "gpr_paste_column",
  no_name_column: "gpr_paste_no_name",
  number_twice: "gpr_paste_number_twice",
  unknown_person: "gpr_paste_person",
  several_people: "gpr_paste_several_people",
  unknown_row: "gpr_paste_after",
  after: "gpr_paste_after",
};

function refuse(problems: readonly PasteProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const reasonOf = ({ why }: PasteProblem): RefusalCode => REASONS[why] ?? "gpr_paste_cell";
  const { line, column, text } = first;
  throw new DomainError("validation_failed", {
    fields: problems.slice(0, TOLD_CELLS).map((problem) => ({
      path: `table.${problem.line - 1}.${problem.column - 1}`,
      reason: reasonOf(problem),
      message: problem.text.slice(0, 100) || problem.why,
      values: { line: problem.line, column: problem.column, text: problem.text.slice(0, 60) },
    })),
    sentence: reasonOf(first),
    values: { line, column, text: text.slice(0, 60), count: problems.length },
  });
}

/** What a cell may hold and a row may not. */
function assertLengths({ rows }: VersionContent): void {
  const long = rows.find(
    ({ name, unit, quantity }) =>
      name.length > MAX_NAME || !isLegible(name) || (unit ?? "").length > MAX_UNIT || quantity === "0",
  );
  if (long === undefined) return;
  const values = { line: 0, column: 0, text: `${long.number} ${long.name}`.slice(0, 60), count: 1 };
  const fields = [{ path: "table", reason: "gpr_paste_row", message: values.text }];
  throw new DomainError("validation_failed", { fields, sentence: "gpr_paste_row", values });
}

import { exportGprDiffQuery, id } from "@stsphera/contracts";
import { z } from "zod";
import { query } from "../../../kernel/index.ts";
import { workbook, WORKBOOK_TYPE } from "../../../platform/sheets/index.ts";
import { readDiff } from "../diff-gpr.ts";
import { type DiffLine, diffLines, diffSheet } from "./diff-sheet.ts";
import { exchangeWords, localeOf } from "./exchange-words.ts";
import type { GprFile } from "./export-gpr.ts";

/** The paper of changes as text lines, to be printed. */
export type GprPaper = { fileName: string; title: string; lines: string[] };

/** «Лист изменений»: what differs between two versions, as a spreadsheet or as a paper. */
export const exportGprDiff = query({
  name: "gpr.export_diff",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id, ...exportGprDiffQuery.shape }),
  read: async (ctx, { gprId, with: other, as }): Promise<GprFile | GprPaper> => {
    const read = await readDiff(ctx, gprId, other);
    const locale = localeOf(ctx.actor);
    const { before, after } = read;
    const title = exchangeWords(locale)("diff_file", {
      object: after.objectName,
      before: before.number,
      after: after.number,
    });
    if (as === "pdf") return { fileName: `${title}.pdf`, title, lines: diffLines(read, locale).map(lineOf) };
    return { fileName: `${title}.xlsx`, type: WORKBOOK_TYPE, body: workbook([diffSheet(read, locale)]) };
  },
});

/** «97 Монтаж модулей · Сдвинута, раб. дн.: +15: 03.08.2026 – 12.09.2026 → 24.08.2026 – 03.10.2026» */
function lineOf({ change, number, name, before, now }: DiffLine): string {
  const row = number === null ? "" : `${number} ${name} · `;
  const sides = [before, now].filter((side) => side !== "").join(" → ");
  return `${row}${change}${sides === "" ? "" : `: ${sides}`}`;
}

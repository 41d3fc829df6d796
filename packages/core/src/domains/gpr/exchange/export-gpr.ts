import { exportGprQuery, id } from "@stsphera/contracts";
import { z } from "zod";
import { query } from "../../../kernel/index.ts";
import { workbook, WORKBOOK_TYPE } from "../../../platform/sheets/index.ts";
import { readForecast } from "../forecast/read-forecast.ts";
import { exchangeWords, localeOf } from "./exchange-words.ts";
import { mspdiOf } from "./project-of-version.ts";
import { versionSheet } from "./version-sheet.ts";

/** A file to be downloaded. */
export type GprFile = { fileName: string; type: string; body: Buffer<ArrayBuffer> };

/** A version as a file: a spreadsheet, or one of Microsoft Project. */
export const exportGpr = query({
  name: "gpr.export",
  permissions: ["gpr.view"],
  input: z.strictObject({ gprId: id, ...exportGprQuery.shape }),
  read: async (ctx, { gprId, as }): Promise<GprFile> => {
    const stored = await readForecast(ctx, gprId);
    const locale = localeOf(ctx.actor);
    const name = exchangeWords(locale)("file", { object: stored.objectName, number: stored.number });
    if (as === "mspdi") {
      return { fileName: `${name}.xml`, type: "application/xml", body: Buffer.from(mspdiOf(ctx, stored)) };
    }
    const body = workbook([versionSheet(ctx, stored, locale)]);
    return { fileName: `${name}.xlsx`, type: WORKBOOK_TYPE, body };
  },
});

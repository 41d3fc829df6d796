import type { Day } from "../../kernel/index.ts";
import { zip } from "./zip.ts";

/** A cell: a text, a number, a day, or nothing. `indent` moves a text by steps of an outline. */
export type Cell = string | number | null | { day: Day } | { text: string; indent: number; bold?: boolean };

export type Sheet = {
  name: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly Cell[])[];
};

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAX_INDENT = 8;
/** Sheets name themselves in 31 characters, without these. */
const NAME_LENGTH = 31;
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML 1.0 cannot hold. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const MS_PER_DAY = 86_400_000;
/** Day 0 of a sheet is 30.12.1899: it counts a 29.02.1900 that was not. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

const escape = (text: string): string =>
  text.replaceAll(FORBIDDEN, "").replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? "");

/** Styles by place: 0 plain, 1 head, 2 day, then a text and a bold text of each indent. */
const styleOf = ({ indent, bold = false }: { indent: number; bold?: boolean }): number =>
  3 + 2 * Math.min(Math.max(indent, 0), MAX_INDENT) + (bold ? 1 : 0);

const cellFormats = [
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1"><alignment vertical="top"/></xf>`,
  `<xf numFmtId="0" fontId="1" fillId="2" borderId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  `<xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
  ...Array.from({ length: MAX_INDENT + 1 }, (_, indent) =>
    [0, 1].map(
      (font) =>
        `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1" indent="${indent}"/></xf>`,
    ),
  ).flat(),
];

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EBF0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellFormats.length}">${cellFormats.join("")}</cellXfs></styleSheet>`;

/** «A», «AB»: the name of a column by its place from 0. */
function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;

/** Texts are written as texts, so that none of them is read as a formula. */
function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return textCell(at, cell, styleOf({ indent: 0 }));
  if ("text" in cell) return textCell(at, cell.text, styleOf(cell));
  const serial = (Date.parse(`${cell.day}T00:00:00Z`) - DAY_ZERO) / MS_PER_DAY;
  return `<c r="${at}" s="2"><v>${serial}</v></c>`;
}

function sheetXml({ columns, rows }: Sheet): string {
  const widths = columns.map(
    ({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  const head = columns.map(({ title }, place) => textCell(`${columnName(place)}1`, title, 1)).join("");
  const body = rows.map((cells, row) => {
    const line = cells.map((cell, place) => cellXml(cell, `${columnName(place)}${row + 2}`)).join("");
    return `<row r="${row + 2}">${line}</row>`;
  });
  const last = `${columnName(columns.length - 1)}${rows.length + 1}`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${head}</row>${body.join("")}</sheetData><autoFilter ref="A1:${last}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

const nameOf = ({ name }: Sheet): string => escape(name.replaceAll(NOT_IN_NAMES, " ").slice(0, NAME_LENGTH));

/** A spreadsheet (ECMA-376, transitional): heads stay in sight and filter, texts are texts, days are days. */
export function workbook(sheets: readonly Sheet[]): Buffer<ArrayBuffer> {
  const numbers = sheets.map((_, at) => at + 1);
  const types = numbers.map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = numbers.map((number) => relation(number, "worksheet", `worksheets/sheet${number}.xml`));
  const listed = sheets.map(
    (sheet, at) => `<sheet name="${nameOf(sheet)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return zip([
    {
      name: "[Content_Types].xml",
      text: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${WORKBOOK_TYPE}.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${types.join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}${relation(sheets.length + 1, "styles", "styles.xml")}</Relationships>`,
    },
    { name: "xl/styles.xml", text: STYLES },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, text: sheetXml(sheet) })),
  ]);
}

import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { readSheet, unzip } from "./testing.ts";
import { workbook } from "./workbook.ts";

const columns = Array.from({ length: 28 }, (_, at) => ({ title: `Столбец ${at + 1}`, width: 12 }));

test("a spreadsheet has texts as texts, numbers and days as numbers, in columns beyond Z", () => {
  const row = [
    "=1+1",
    'a < b & "c" > d',
    12.5,
    { day: "2026-09-10" },
    null,
    { text: "Модули\u0001", indent: 2, bold: true },
    ...Array.from({ length: 21 }, () => null),
    "AB",
  ];
  const made = workbook([{ name: "ГПР: версия 2 [действует] на объекте «Школа»", columns, rows: [row] }]);
  const [head, cells] = readSheet(made);
  expect(head).toHaveLength(28);
  expect(cells).toEqual([
    "=1+1",
    'a < b & "c" > d',
    "12.5",
    "46275",
    "",
    "Модули",
    ...Array.from({ length: 21 }, () => ""),
    "AB",
  ]);
  const files = unzip(made);
  expect(files.get("xl/worksheets/sheet1.xml")).not.toContain("<f>");
  expect(files.get("xl/workbook.xml")).toContain('name="ГПР  версия 2  действует  на об"');
  expect([...files.keys()]).toEqual([
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
  ]);
});

test("each entry has its checksum and sizes in both headers, and the same content is the same file", () => {
  const made = workbook([{ name: "A", columns: columns.slice(0, 1), rows: [["x"]] }]);
  const [first] = [...unzip(made).values()];
  expect(made.readUInt32LE(14)).toBe(crc32(Buffer.from(first ?? "")));
  expect(made.readUInt32LE(22)).toBe(Buffer.byteLength(first ?? ""));
  expect(workbook([{ name: "A", columns: columns.slice(0, 1), rows: [["x"]] }])).toEqual(made);
});

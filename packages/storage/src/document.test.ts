import { describe, expect, test } from "vitest";
import { announcedKind, type DocumentKind, MAX_DOCUMENT_BYTES } from "./document-kinds.ts";
import { assertDocumentBytes } from "./document.ts";
import { DocumentError } from "./errors.ts";
import { asZip64, zipOf } from "./testing/archives.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n");
const dwg = Buffer.concat([Buffer.from("AC1032\0\0\0\0\0", "latin1"), Buffer.alloc(400, 7)]);
const xlsx = zipOf(["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"]);
const docx = zipOf(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
const zip = zipOf(["Чертежи/узел 1.dwg", "Чертежи/узел 2.dwg"]);

function verdict(bytes: Uint8Array, kind: DocumentKind): string {
  try {
    assertDocumentBytes(bytes, kind);
    return "accepted";
  } catch (error) {
    if (error instanceof DocumentError) return error.problem;
    throw error;
  }
}

describe("a document must match its bytes", () => {
  const all = { pdf, dwg, xlsx, docx, zip } as const;
  const kinds = Object.keys(all) as DocumentKind[];

  test.each(kinds)("%s is accepted only under its own extension", (name) => {
    const taken = kinds.filter((kind) => verdict(all[kind], name) === "accepted");
    // An Office document is a ZIP archive too, and may be sent as one.
    expect(taken).toEqual(name === "zip" ? ["xlsx", "docx", "zip"] : [name]);
    const refused = kinds.filter((kind) => !taken.includes(kind));
    for (const kind of refused) expect(verdict(all[kind], name)).toBe("type_differs");
  });

  test.each<[string, Uint8Array, DocumentKind]>([
    ["nothing", Buffer.alloc(0), "pdf"],
    ["a page of a site", Buffer.from("<!doctype html><script>alert(1)</script>"), "pdf"],
    ["a program", Buffer.from("MZ\u0090\0\u0003", "latin1"), "zip"],
    ["words that begin as a drawing", Buffer.from("AC1032 это не чертёж".repeat(20)), "dwg"],
    ["a PDF behind other words", Buffer.concat([Buffer.from("\n\n\n"), pdf]), "pdf"],
    ["an old or locked book", Buffer.from("D0CF11E0A1B11AE1".repeat(20), "hex"), "xlsx"],
    ["an archive without the list of types", zipOf(["xl/workbook.xml"]), "xlsx"],
    ["an archive with the list of types alone", zipOf(["[Content_Types].xml"]), "docx"],
    ["a drawing in an archive", Buffer.concat([Buffer.from("AC10", "latin1"), zip]), "zip"],
  ])("%s is refused under that extension", (_name, bytes, kind) => {
    expect(verdict(bytes, kind)).toBe("type_differs");
  });

  test.each<[string, Uint8Array, DocumentKind]>([
    ["a PDF", pdf.subarray(0, -10), "pdf"],
    ["a drawing", dwg.subarray(0, 60), "dwg"],
    ["the first six bytes of a drawing", dwg.subarray(0, 6), "dwg"],
    ["a book", xlsx.subarray(0, -1), "xlsx"],
    ["half an archive", zip.subarray(0, zip.length / 2), "zip"],
    ["the first four bytes of an archive", zip.subarray(0, 4), "docx"],
    ["an archive with a hole", Buffer.concat([zip.subarray(0, 40), zip.subarray(60)]), "zip"],
  ])("a truncated %s is damaged", (_name, bytes, kind) => {
    expect(verdict(bytes, kind)).toBe("damaged");
  });

  test("the limit is 50 MB", () => {
    const padded = (size: number) => Buffer.concat([dwg, Buffer.alloc(size - dwg.length)]);
    expect(verdict(padded(MAX_DOCUMENT_BYTES), "dwg")).toBe("accepted");
    expect(verdict(padded(MAX_DOCUMENT_BYTES + 1), "dwg")).toBe("too_large");
  });
});

describe("archives", () => {
  test("regression 13: a bomb is not unpacked: invalid entries are not even read", () => {
    const bomb = { packed: Buffer.alloc(64, 0xff), unpackedSize: 0xffff_fffe };
    const entries = Array.from({ length: 500 }, (_, at) => ({ name: `xl/${at}.xml`, ...bomb }));
    expect(verdict(zipOf(entries), "zip")).toBe("accepted");
    expect(verdict(zipOf([{ name: "[Content_Types].xml", ...bomb }, ...entries]), "xlsx")).toBe("accepted");
  });

  test("with a comment, in ZIP64 form, empty or with backslashes in names are accepted", () => {
    expect(verdict(zipOf(["узел.dwg"], "Комплект КМ, ред. 2"), "zip")).toBe("accepted");
    expect(verdict(asZip64(xlsx), "xlsx")).toBe("accepted");
    expect(verdict(zipOf([]), "zip")).toBe("accepted");
    expect(verdict(zipOf(["[Content_Types].xml", "word\\document.xml"]), "docx")).toBe("accepted");
  });

  test("a directory with a wrong position, size or number of names is damaged", () => {
    const end = zip.length - 22;
    for (const [field, value] of [
      [10, 7],
      [12, 1],
      [12, zip.length],
      [16, 0],
      [16, 0xffff_fff0],
    ] as const) {
      const lying = Buffer.from(zip);
      if (field === 10) lying.writeUInt16LE(value, end + field);
      else lying.writeUInt32LE(value, end + field);
      expect(`${field} ${value} ${verdict(lying, "zip")}`).toBe(`${field} ${value} damaged`);
    }
    const far = asZip64(zip);
    far.writeBigUInt64LE(2n ** 60n, far.length - 22 - 12);
    expect(verdict(far, "zip")).toBe("damaged");
  });
});

describe("the announced kind", () => {
  test.each([
    ["Акт №1.pdf", "application/pdf", "pdf"],
    ["СМЕТА.XLSX", "application/octet-stream", "xlsx"],
    ["Узел 4.dwg", "", "dwg"],
    ["Узел 4.dwg", "application/acad", "dwg"],
    ["комплект.zip", "application/x-zip-compressed", "zip"],
    ["письмо.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
  ])("%s of %s is %s", (name, type, kind) => {
    expect(announcedKind(name, type)).toBe(kind);
  });

  test.each([
    ["Акт.pdf", "text/html"],
    ["Акт.pdf", "application/zip"],
    ["Акт.pdf.exe", "application/pdf"],
    ["смета.xls", "application/vnd.ms-excel"],
    ["pdf", "application/pdf"],
    ["Акт.constructor", "application/octet-stream"],
    ["Акт.pdf\u0000", "application/pdf"],
  ])("%j of %s is undefined", (name, type) => {
    expect(announcedKind(name, type)).toBeUndefined();
  });
});

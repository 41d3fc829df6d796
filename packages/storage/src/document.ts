import { type DocumentKind, MAX_DOCUMENT_BYTES } from "./document-kinds.ts";
import { DocumentError } from "./errors.ts";
import { beginsAsZip, visitZipNames } from "./zip-directory.ts";

/** ISO 32000-1, annex H, 3.4.4: the end marker is within this many bytes of the end. */
const PDF_END_WITHIN = 1024;
/** The header with section offsets is longer in every version. */
const SHORTEST_DWG = 128;

/**
 * Checks by its bytes that a document matches its extension. Of archives only the directory of names is read, nothing
 * is unpacked. Throws DocumentError: `too_large`, `type_differs` for another format, `damaged` for a truncated file.
 */
export function assertDocumentBytes(bytes: Uint8Array, kind: DocumentKind): void {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) throw new DocumentError("too_large");
  if (kind === "pdf") assertPdf(bytes);
  else if (kind === "dwg") assertDrawing(bytes);
  else assertArchive(bytes, kind);
}

function assertPdf(bytes: Uint8Array): void {
  if (!textAt(bytes, 0, 5).startsWith("%PDF-")) throw new DocumentError("type_differs");
  const end = textAt(bytes, Math.max(0, bytes.byteLength - PDF_END_WITHIN), bytes.byteLength);
  if (!end.includes("%%EOF")) throw new DocumentError("damaged");
}

/** The version of a drawing, from AutoCAD R9 on, is followed by a zero byte, which text files do not contain. */
function assertDrawing(bytes: Uint8Array): void {
  if (!/^AC10\d\d(?:\0|$)/.test(textAt(bytes, 0, 7))) throw new DocumentError("type_differs");
  if (bytes.byteLength < SHORTEST_DWG) throw new DocumentError("damaged");
}

/** Folder with the main part of an Office document. */
const MAIN_FOLDER = { xlsx: "xl/", docx: "word/" } as const;

function assertArchive(bytes: Uint8Array, kind: "xlsx" | "docx" | "zip"): void {
  if (!beginsAsZip(bytes)) throw new DocumentError("type_differs");
  const found = { types: false, main: false };
  const whole = visitZipNames(bytes, (name) => {
    if (name === "[content_types].xml") found.types = true;
    if (kind !== "zip" && name.startsWith(MAIN_FOLDER[kind])) found.main = true;
  });
  if (!whole) throw new DocumentError("damaged");
  if (kind !== "zip" && !(found.types && found.main)) throw new DocumentError("type_differs");
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString("latin1");
}

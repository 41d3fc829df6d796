/** Most bytes of a document. */
export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;

/** Kinds of documents by the ending of a name, with the type that each is kept under. */
export const DOCUMENT_TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  dwg: "image/vnd.dwg",
  zip: "application/zip",
} as const;
export type DocumentKind = keyof typeof DOCUMENT_TYPES;

/** Other names that systems have for the same. */
const ALIASES: Readonly<Partial<Record<DocumentKind, readonly string[]>>> = {
  pdf: ["application/x-pdf"],
  dwg: [
    "image/x-dwg",
    "application/acad",
    "application/x-acad",
    "application/dwg",
    "application/x-dwg",
    "application/autocad_dwg",
    "drawing/dwg",
  ],
  zip: ["application/x-zip", "application/x-zip-compressed", "multipart/x-zip"],
};

/** What a system says that does not know the kind. */
const UNKNOWN = ["", "application/octet-stream"];

/**
 * What a document is said to be, by the ending of its name. Undefined for an ending that is none of ours, and for a
 * type that contradicts it.
 */
export function announcedKind(name: string, contentType: string): DocumentKind | undefined {
  const ending = /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
  if (!isKind(ending)) return undefined;
  const known = [...UNKNOWN, DOCUMENT_TYPES[ending], ...(ALIASES[ending] ?? [])];
  return known.includes(contentType.toLowerCase()) ? ending : undefined;
}

function isKind(ending: string): ending is DocumentKind {
  return Object.hasOwn(DOCUMENT_TYPES, ending);
}

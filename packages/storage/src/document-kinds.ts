/** Maximum size of a document in bytes. */
export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;

/** Kinds of documents by file extension, with their stored content types. */
export const DOCUMENT_TYPES = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  dwg: "image/vnd.dwg",
  zip: "application/zip",
} as const;
export type DocumentKind = keyof typeof DOCUMENT_TYPES;

/** Alternative content types. */
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

/** Content types sent when the kind is unknown. */
const UNKNOWN = ["", "application/octet-stream"];

/**
 * The announced kind of a document by its file extension. Undefined for an unknown extension, and for a content type
 * that contradicts it.
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

/** Why a photo was refused for good. */
export const PHOTO_REFUSALS = [
  "too_large",
  "unsupported_type",
  "heic_not_decodable",
  "damaged",
  "too_many_pixels",
  "differs",
  "gone",
  "never_sent",
] as const;
export type PhotoRefusal = (typeof PHOTO_REFUSALS)[number];

/** Why a document was refused for good. */
export const DOCUMENT_REFUSALS = [
  "too_large",
  "type_differs",
  "damaged",
  "differs",
  "gone",
  "never_sent",
] as const;
export type DocumentRefusal = (typeof DOCUMENT_REFUSALS)[number];

export const FILE_REFUSALS = [...PHOTO_REFUSALS, "type_differs"] as const satisfies readonly (
  | PhotoRefusal
  | DocumentRefusal
)[];

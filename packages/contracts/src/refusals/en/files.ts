import type { files as ru } from "../ru/files.ts";

export const files = {
  file_not_uploaded: "The file is not uploaded yet.",
  file_not_ready: "The file is still being prepared.",
  file_refused: "The file was not taken and cannot be opened.",
  file_size_differs: "The uploaded file has another size",
  file_taken: "The file belongs to something else",
  unknown_file: "There is no such file",
  photo_too_large: "The photo is larger than {megabytes} MB.",
  photo_type: "A JPG, PNG, WEBP or HEIC photo is needed.",
  photo_taken: "The photo belongs to another entry",
  unknown_photo: "There is no such photo",
  document_too_large: "The document is larger than {megabytes} MB.",
  document_type: "A PDF, XLSX, DOCX, DWG or ZIP document is needed, of a type that fits its name.",
  document_no_thumb: "A document has no smaller photo",
  files_a_day:
    "At most {files} files or {gigabytes} GB a person are accepted within 24 hours. Send the rest tomorrow.",
  photos_by_workers: "Files are sent by members of the object, observers excepted.",
} as const satisfies Record<keyof typeof ru, string>;

export { announcedKind, DOCUMENT_TYPES, type DocumentKind, MAX_DOCUMENT_BYTES } from "./document-kinds.ts";
export { assertDocumentBytes } from "./document.ts";
export { DocumentError, ObjectNotFound, PhotoError } from "./errors.ts";
export { objectKey, sha256Hex, thumbnailKey } from "./keys.ts";
export { makeThumbnails, sniffImage, THUMBNAIL_TYPE } from "./photo.ts";
export { createStorage, type Storage, type StorageOptions } from "./storage.ts";

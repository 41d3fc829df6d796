export { attachmentNamed } from "./content-disposition.ts";
export { announcedKind, DOCUMENT_TYPES, type DocumentKind, MAX_DOCUMENT_BYTES } from "./document-kinds.ts";
export { assertDocumentBytes } from "./document.ts";
export { DecodeTimeout, DocumentError, ObjectNotFound, PhotoError } from "./errors.ts";
export { incomingKey, INCOMING_PREFIX, objectKey, sha256Hex, thumbnailKey } from "./keys.ts";
export { type Decoded, decodePhoto, THUMBNAIL_TYPE } from "./decoding/decode-photo.ts";
export { createDecoder, type Decoder } from "./decoding/decoder.ts";
export { createStorage, type Storage, type StorageOptions } from "./storage.ts";

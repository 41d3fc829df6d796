export { attachmentNamed } from "./content-disposition.ts";
export { announcedKind, DOCUMENT_TYPES, type DocumentKind, MAX_DOCUMENT_BYTES } from "./document-kinds.ts";
export { assertDocumentBytes } from "./document.ts";
export {
  DocumentError,
  type DocumentProblem,
  ObjectNotFound,
  PhotoError,
  type PhotoProblem,
} from "./errors.ts";
export { objectKey, sha256Hex, THUMBNAIL_SIZES, thumbnailKey, type ThumbnailSize } from "./keys.ts";
export {
  makeThumbnails,
  MAX_PHOTO_BYTES,
  sniffImage,
  THUMBNAIL_TYPE,
  type PhotoType,
  type Thumbnails,
} from "./photo.ts";
export {
  createStorage,
  type DownloadRules,
  type Storage,
  type StorageOptions,
  type UploadRules,
} from "./storage.ts";

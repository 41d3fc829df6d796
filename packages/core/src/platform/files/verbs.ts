export { completeFile } from "./complete-file.ts";
export { createFile } from "./create-file.ts";
export { createFileWorker, type FileWorker, type FileWorkerDeps } from "./file-worker.ts";
export { createPhotoLinks } from "./photo-links.ts";
export { processFile } from "./process-file.ts";
export { recordTelegramFiles } from "./record-telegram-files.ts";
export { DOCUMENT_REFUSALS, type DocumentRefusal, PHOTO_REFUSALS, type PhotoRefusal } from "./refusals.ts";

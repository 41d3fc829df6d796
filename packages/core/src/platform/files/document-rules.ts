import { announcedKind, type DocumentKind, MAX_DOCUMENT_BYTES } from "@stsphera/storage";
import { DomainError } from "../../kernel/index.ts";

/** Refuses a file announced with a type that is not a document's or with too large a size; returns its kind. */
export function assertDocument(file: { name: string; contentType: string; size: number }): DocumentKind {
  if (file.size > MAX_DOCUMENT_BYTES) {
    throw new DomainError("payload_too_large", { sentence: "document_too_large", values: { megabytes: 50 } });
  }
  const kind = announcedKind(file.name, file.contentType);
  if (kind === undefined) throw new DomainError("unsupported_media_type", { sentence: "document_type" });
  return kind;
}

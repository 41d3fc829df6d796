import type { AttachmentRules } from "../attachments/index.ts";
import type { EventsOf, Notices } from "../notify/index.ts";
import { documentNotice } from "./document-notification.ts";
import { photoNotices } from "./photo-notification.ts";

/** Who is notified of files: only the uploader, whatever their status. */
export const fileNotices = (rules: AttachmentRules) =>
  ({
    "file.recorded": [...photoNotices(rules), documentNotice(rules)],
  }) satisfies Record<EventsOf<"file">, Notices>;

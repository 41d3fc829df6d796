import type { AttachmentRules } from "../platform/attachments/index.ts";
import { factAttachments } from "./facts/index.ts";
import { taskAttachments } from "./tasks/index.ts";

/** Who sees the files of which thing: a line a domain. */
export const ATTACHMENT_RULES: AttachmentRules = { ...factAttachments, ...taskAttachments };

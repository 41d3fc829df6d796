import { fileLinkVerb } from "../platform/attachments/index.ts";
import { ATTACHMENT_RULES } from "./index.ts";

/** Verbs of the platform that need to know what the domains registered. */
export const getFileLink = fileLinkVerb(ATTACHMENT_RULES);

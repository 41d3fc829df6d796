export { attach, type Attachment, moveAttachments } from "./attach.ts";
export { type AttachmentRule, type AttachmentRules, ruleOf, thingRule } from "./attachment-rule.ts";
export { fileLinkVerb } from "./file-link.ts";
export { type Sight, signUpload, type AsStored, type StoredFile, withLinks } from "./file-links.ts";
export { attachedTo, fileJson, filesJson, SENT } from "./files-sql.ts";
export { attachFiles, lockFreeFiles } from "./free-files.ts";

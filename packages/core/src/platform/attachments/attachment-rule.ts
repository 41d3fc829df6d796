import type { Database } from "@stsphera/db";
import type { DeepLink } from "@stsphera/telegram";
import type { Sight } from "./file-links.ts";

/** How a kind of thing keeps its files; a domain states it once, beside its verbs. */
export type AttachmentRule = {
  /** Who sees the thing sees its files: by which right; null where nothing is there. */
  sight: (db: Database, entityId: number) => Promise<Sight | null>;
  /** Where the thing is shown; the object of the file unless said. */
  place?: (db: Database, entityId: number) => Promise<DeepLink>;
  /** A record that stands while its files are still on their way. */
  record?: true;
};

/** By the entity type of attachments. */
export type AttachmentRules = Readonly<Record<string, AttachmentRule>>;

/** Throws for a thing whose domain states no rule: its files would be nobody's. */
export function ruleOf(rules: AttachmentRules, entityType: string): AttachmentRule {
  const rule = rules[entityType];
  if (rule === undefined) throw new Error(`no rule says who sees the files of "${entityType}"`);
  return rule;
}

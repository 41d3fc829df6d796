import type { Database } from "@stsphera/db";
import type { DeepLink, PlainLink } from "@stsphera/telegram";
import type { Sight } from "./file-links.ts";

/** How one kind of thing keeps its files; each domain states it once, beside its verbs. */
export type AttachmentRule = {
  /** The right that lets a user see the thing, and so its files; null where the thing does not exist. */
  sight: (db: Database, entityId: number) => Promise<Sight | null>;
  /** Where the thing is shown; by default the file's object. */
  place?: (db: Database, entityId: number) => Promise<DeepLink>;
  /** True for a record that is valid while its files are still being fetched. */
  record?: true;
};

/**
 * The rule of a thing of an object. The statement reads it by id as `{ id, objectId }`, where a part names the thing that
 * is shown.
 */
export function thingRule(
  statement: string,
  { kind, sightOf }: { kind: PlainLink["kind"]; sightOf: (objectId: number) => Sight },
): AttachmentRule {
  const find = async (db: Database, entityId: number) => {
    const [row] = await db.read<{ id: number; objectId: number }>(statement, [entityId]);
    if (row === undefined) throw new Error(`a file is attached to ${entityId}, which is not there`);
    return row;
  };
  return {
    sight: async (db, entityId) => sightOf((await find(db, entityId)).objectId),
    place: async (db, entityId) => ({ kind, id: (await find(db, entityId)).id }),
  };
}

/** Keyed by the entity type of attachments. */
export type AttachmentRules = Readonly<Record<string, AttachmentRule>>;

/** Throws for an entity type without a rule: nobody could be allowed to see its files. */
export function ruleOf(rules: AttachmentRules, entityType: string): AttachmentRule {
  const rule = rules[entityType];
  if (rule === undefined) throw new Error(`no rule says who sees the files of "${entityType}"`);
  return rule;
}

import { z } from "zod";
import { telegramPhoto } from "./photo-file.ts";
import { viewAs } from "./view-as.ts";

/** What an album of photos belongs to, so that its late parts find the same place. */
const photoTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("journal"), batch: z.string() }),
  z.object({
    kind: z.literal("form"),
    feature: z.string(),
    dialogueId: z.string(),
    subject: z.record(z.string(), z.unknown()),
  }),
]);
export type PhotoTarget = z.infer<typeof photoTarget>;

const photoBatch = z.object({
  key: z.string(),
  /** Null until the person says which object. */
  objectId: z.number().nullable(),
  waiting: z.array(telegramPhoto),
  fileIds: z.array(z.number()),
});
export type PhotoBatch = z.infer<typeof photoBatch>;

const savedEntry = z.object({
  factId: z.number(),
  objectId: z.number(),
  /** The dialogue that made it. */
  dialogueId: z.string(),
  /** The living card that shows it. */
  cardKey: z.string(),
  at: z.string(),
  /** What the card shows; its shape belongs to the feature that draws it. */
  view: z.record(z.string(), z.unknown()),
});
export type SavedEntry = z.infer<typeof savedEntry>;

const dialogue = z.looseObject({ feature: z.string(), id: z.string() });

/** What the bot remembers of a person in a chat between two updates. */
const chatMemory = z.object({
  /** The dialogue that is going on; its fields belong to the feature named in it. */
  dialogue: dialogue.nullable().default(null),
  /** Dialogues that another one came in the way of, the newest first, and what each is told to be about. */
  suspended: z.array(z.object({ what: z.string(), dialogue })).default([]),
  /** The dialogue that ended last, and whether it wrote something: its buttons may be pressed once more. */
  ended: z.object({ id: z.string(), written: z.boolean() }).nullable().default(null),
  /** The object used last. */
  objectId: z.number().nullable().default(null),
  entry: savedEntry.nullable().default(null),
  /** Albums of the last minutes; what an older version wrote of them is not worth the rest of the memory. */
  albums: z
    .array(z.object({ group: z.string(), target: photoTarget }))
    .default([])
    .catch([]),
  /** Photos that lie in the day's journal and may still be tied to an entry. */
  batches: z.array(photoBatch).default([]),
  /** For which role and language the list of commands was set. */
  commandsFor: z.string().nullable().default(null),
  registeredAt: z.string().nullable().default(null),
  /** The card that was opened from the list of what waits, and the page to return to. */
  opened: z.object({ kind: z.string(), id: z.number(), page: z.number() }).nullable().default(null),
  /** The role an admin looks in; null while he is himself. */
  viewAs: viewAs.nullable().default(null),
  /** Code of the link a person without access came by. */
  invitation: z.string().nullable().default(null),
});
export type ChatMemory = z.infer<typeof chatMemory>;
export type Dialogue = z.infer<typeof dialogue>;

/** Opens a stored memory; null when it was written by a version this one cannot read. */
export function openMemory(stored: unknown): ChatMemory | null {
  const parsed = chatMemory.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

export const emptyMemory = (): ChatMemory => chatMemory.parse({});

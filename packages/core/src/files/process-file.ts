import { schema } from "@stsphera/db";
import { id, instant } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, notFound } from "../kernel/index.ts";

const { files } = schema;

/** Why a photo was not taken, for good. */
export const PHOTO_REFUSALS = [
  "too_large",
  "unsupported_type",
  "heic_not_decodable",
  "damaged",
  "too_many_pixels",
  "differs",
  "gone",
] as const;
export type PhotoRefusal = (typeof PHOTO_REFUSALS)[number];

const outcome = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("ready"),
    contentType: z.string(),
    size: z.int(),
    sha256: z.string(),
    width: z.int(),
    height: z.int(),
    takenAt: instant.nullable(),
  }),
  z.strictObject({ status: z.literal("failed"), error: z.enum(PHOTO_REFUSALS) }),
  /** The store or Telegram is away; the first time only, so that the author is told once. */
  z.strictObject({ status: z.literal("delayed"), error: z.string().max(200) }),
]);
export type FileOutcome = z.infer<typeof outcome>;

/** Records what became of a file: fetched and ready, refused for good, or late. For the job that fetches files. */
export const processFile = command({
  name: "file.process",
  permissions: [],
  input: z.strictObject({ fileId: id, outcome }),
  load: async (tx, _ctx, { fileId }) => {
    const [file] = await tx.select().from(files).where(eq(files.id, fileId)).for("update");
    if (file === undefined) throw notFound();
    return file;
  },
  authorize: (ctx, file) => {
    if (ctx.actor.kind !== "system" || !can(ctx.actor, "fact.enter")) throw forbidden("fact.enter");
    const open = file.status === "stored" || (file.status === "awaiting" && file.source === "telegram");
    if (!open) throw new DomainError("invalid_transition", { allowed: [] });
  },
  execute: async (tx, { input: { outcome: became }, target: file }) => {
    const subject = { entityType: "file", entityId: file.id, objectId: file.objectId };
    const late = file.attempts > 0;
    const payload = { status: became.status, uploadedBy: file.uploadedBy, late };
    const event = { ...subject, type: "file.recorded" as const, payload };
    if (became.status === "delayed") {
      const change = { ...subject, before: { error: file.error }, after: { error: became.error } };
      await tx.update(files).set({ error: became.error }).where(eq(files.id, file.id));
      return { result: null, changes: [change], events: [event] };
    }
    const { takenAt, ...found } =
      became.status === "ready" ? { error: null, ...became } : { takenAt: null, ...became };
    const values = { ...found, takenAt: takenAt === null ? file.takenAt : new Date(takenAt) };
    await tx
      .update(files)
      .set({ ...values, nextAttemptAt: null, version: file.version + 1 })
      .where(eq(files.id, file.id));
    const change = { ...subject, before: { status: file.status }, after: became };
    return { result: null, changes: [change], events: [event] };
  },
});

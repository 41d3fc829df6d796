import { schema } from "@stsphera/db";
import { id, instant } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, notFound } from "../../kernel/index.ts";
import { FILE_REFUSALS } from "./refusals.ts";

const { files } = schema;

const outcome = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("ready"),
    contentType: z.string(),
    size: z.int(),
    sha256: z.string(),
    /** Of a photo; null for a document. */
    width: z.int().nullable(),
    height: z.int().nullable(),
    takenAt: instant.nullable(),
  }),
  z.strictObject({ status: z.literal("failed"), error: z.enum(FILE_REFUSALS) }),
  /** The store or Telegram is unavailable; recorded only the first time, so that the uploader is told once. */
  z.strictObject({ status: z.literal("delayed"), error: z.string().max(200) }),
]);
export type FileOutcome = z.infer<typeof outcome>;

/** Records the outcome of a file: ready, refused for good, or delayed. Only for the job that processes files. */
export const processFile = command({
  name: "file.process",
  permissions: [],
  input: z.strictObject({ fileId: id, outcome }),
  load: async (tx, _ctx, { fileId }) => {
    const [file] = await tx.select().from(files).where(eq(files.id, fileId)).for("update");
    if (file === undefined) throw notFound();
    return file;
  },
  authorize: (ctx, file, { outcome: became }) => {
    if (ctx.actor.kind !== "system" || !can(ctx.actor, "fact.enter")) throw forbidden("fact.enter");
    const neverSent = became.status === "failed" && became.error === "never_sent";
    const expected = neverSent ? file.source === "upload" : file.source === "telegram";
    const open = file.status === "awaiting" ? expected : file.status === "stored" && !neverSent;
    if (!open) throw new DomainError("invalid_transition", { allowed: [] });
  },
  execute: async (tx, { input: { outcome: became }, target: file }) => {
    const subject = { entityType: "file", entityId: file.id, objectId: file.objectId };
    const late = file.attempts > 0;
    const { purpose, uploadedBy } = file;
    const payload = { status: became.status, purpose, uploadedBy, late };
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

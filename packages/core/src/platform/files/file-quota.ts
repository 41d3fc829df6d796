import { schema } from "@stsphera/db";
import { and, count, eq, gt, sql } from "drizzle-orm";
import { type Context, DomainError, personOf, type Tx } from "../../kernel/index.ts";

const { files } = schema;
const DAY_MS = 86_400_000;

/** What one person may send within 24 hours: several times the photos of a busy foreman. */
export const FILES_A_DAY = 1_000;
export const BYTES_A_DAY = 4 * 1024 ** 3;

/**
 * Refuses files beyond what one person may send within 24 hours, so that nobody fills the store for all. Refused files
 * count too, since they were stored. Two requests at once may each pass by the last place: that is no harm.
 */
export async function assertWithinQuota(
  tx: Tx,
  ctx: Context,
  more: { files: number; bytes: number },
): Promise<void> {
  const since = new Date(ctx.now.getTime() - DAY_MS);
  const [sent] = await tx
    .select({ files: count(), bytes: sql<string>`coalesce(sum(${files.size}), 0)` })
    .from(files)
    .where(and(eq(files.uploadedBy, personOf(ctx).id), gt(files.createdAt, since)));
  const total = { files: (sent?.files ?? 0) + more.files, bytes: Number(sent?.bytes ?? 0) + more.bytes };
  if (total.files <= FILES_A_DAY && total.bytes <= BYTES_A_DAY) return;
  throw new DomainError("conflict", {
    sentence: "files_a_day",
    values: { files: FILES_A_DAY, gigabytes: BYTES_A_DAY / 1024 ** 3 },
  });
}

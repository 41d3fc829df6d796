import { randomUUID } from "node:crypto";
import { exportAuditInput } from "@stsphera/contracts";
import type { UserActor } from "@stsphera/rbac";
import { command, localDay, personOf } from "../../../kernel/index.ts";
import { assertMayRead } from "./list-audit.ts";

export const EXPORT_ACTION = "audit.export";
/** How long the file of an export can be fetched, in ms. */
export const EXPORT_FOR_MS = 15 * 60_000;

const FILE_NAME = { ru: "Журнал изменений", en: "Audit log" } as const;

/** The name of an export's file, by its maker's day and language. */
export const exportFileName = (now: Date, maker: Pick<UserActor, "locale" | "timeZone">): string =>
  `${FILE_NAME[maker.locale]} ${localDay(now, maker.timeZone)}.csv`;

/** Records that the log is taken out, by which filters; the row's key opens the file for its maker. */
export const exportAudit = command({
  name: "audit.export",
  permissions: ["audit.view_company"],
  quiet: true,
  input: exportAuditInput,
  load: async () => null,
  authorize: (ctx, _none, input) => assertMayRead(ctx, input),
  execute: async (_tx, { ctx, input: filters }) => {
    const maker = personOf(ctx);
    const key = randomUUID();
    const expiresAt = new Date(ctx.now.getTime() + EXPORT_FOR_MS).toISOString();
    const fileName = exportFileName(ctx.now, maker);
    const after = { key, filters, expiresAt };
    return {
      result: { key, fileName, expiresAt },
      changes: [{ entityType: "audit_log", entityId: maker.id, objectId: null, before: null, after }],
      events: [],
    };
  },
});

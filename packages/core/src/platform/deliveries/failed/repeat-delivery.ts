import { id } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, notFound } from "../../../kernel/index.ts";
import { mayStillRead } from "../may-still-read.ts";
import { REPEATABLE } from "./repeatable-sql.ts";

type Row = {
  status: string;
  mayRepeat: boolean;
  error: string | null;
  userId: number | null;
  notificationId: number | null;
  chatLinkId: number | null;
};

/** Puts a failed message back into the queue; it is sent at its next turn. */
export const repeatDelivery = command({
  name: "delivery.repeat",
  permissions: ["settings.manage"],
  quiet: true,
  input: z.strictObject({ deliveryId: id }),
  load: async (tx, ctx, { deliveryId }): Promise<Row> => {
    if (!can(ctx.actor, "settings.manage")) throw forbidden("settings.manage");
    const [row] = await tx.execute<Row>(sql`
      select d.status, d.error, d.user_id as "userId", d.notification_id as "notificationId", d.chat_link_id as "chatLinkId", ${sql.raw(REPEATABLE)} as "mayRepeat"
      from deliveries d left join users u on u.id = d.user_id where d.id = ${deliveryId} for update of d`);
    if (row === undefined) throw notFound();
    return { ...row, mayRepeat: row.mayRepeat && (await mayStillRead(ctx.db, row, ctx.now)) };
  },
  authorize: (_ctx, { status, mayRepeat }) => {
    if (status !== "failed" || !mayRepeat) throw new DomainError("conflict", { sentence: "delivery_stays" });
  },
  execute: async (tx, { ctx, input: { deliveryId }, target }) => {
    await tx.execute(sql`
      update deliveries set status = 'queued', attempts = 0, error = null, claimed_at = null,
        not_before = ${ctx.now.toISOString()}::timestamptz where id = ${deliveryId}`);
    const before = { status: "failed", error: target.error };
    const change = { entityType: "delivery", entityId: deliveryId, objectId: null };
    return {
      result: { id: deliveryId },
      changes: [{ ...change, before, after: { status: "queued" } }],
      events: [],
    };
  },
});

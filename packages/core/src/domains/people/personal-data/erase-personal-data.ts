import { erasedName, shortName } from "@stsphera/contracts/format";
import { schema } from "@stsphera/db";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Context, Tx } from "../../../kernel/index.ts";
import { chatScope } from "../../../platform/deliveries/index.ts";
import type { UserRow } from "../present-user.ts";
import { writeErasureDecisions } from "./erasure-decisions.ts";

const {
  auditPersonal,
  botDialogues,
  botUpdates,
  chatCards,
  chatQueues,
  consents,
  crews,
  deliveries,
  idempotencyKeys,
  messageFolds,
  notifications,
  notificationSettings,
  objectDrafts,
  outbox,
  passkeys,
  pushMessages,
  pushSubscriptions,
  putOffRequests,
  refreshTokens,
  sessions,
  signInLinks,
  telegramLimits,
  webauthnChallenges,
} = schema;

/** The columns of an account without its personal data. */
export const erasedColumns = ({ id }: UserRow): Partial<UserRow> => ({
  telegramId: null,
  fullName: erasedName(id),
  phone: null,
  username: null,
  unreachableAt: null,
});

/**
 * Removes everything of a person that is not a record of work: what was said to them and by them in the chat, ways in,
 * settings, drafts, and the personal values beside the audit log. Call it after their rights were ended.
 */
export async function erasePersonalData(tx: Tx, { now }: Context, person: UserRow): Promise<void> {
  const { id, telegramId } = person;
  await eraseMessages(tx, id, telegramId);
  if (telegramId !== null) await eraseChat(tx, telegramId);
  for (const table of [pushMessages, pushSubscriptions]) await tx.delete(table).where(eq(table.userId, id));
  for (const table of [webauthnChallenges, refreshTokens, signInLinks, sessions, passkeys, putOffRequests])
    await tx.delete(table).where(eq(table.userId, id));
  await tx.delete(messageFolds).where(eq(messageFolds.userId, id));
  await tx.delete(notificationSettings).where(eq(notificationSettings.userId, id));
  await tx.delete(objectDrafts).where(eq(objectDrafts.createdBy, id));
  await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.actorId, id));
  await tx.delete(auditPersonal).where(eq(auditPersonal.userId, id));
  await tx
    .update(consents)
    .set({ withdrawnAt: sql`coalesce(${consents.withdrawnAt}, ${now.toISOString()}::timestamptz)` })
    .where(eq(consents.userId, id));
  await eraseEvents(tx, id);
  await writeErasureDecisions(tx, person, { erasureAskedAt: null });
}

/** Crews that the person led until their rights ended, and that still bear their name. */
const ledBy = ({ id, fullName }: UserRow): SQL => sql`${crews.leadUserId} is null
  and position(${shortName(fullName)} in ${crews.lead}) > 0
  and exists (select from audit_log a where a.entity_type = 'crew' and a.entity_id = ${crews.id}
    and a.before ->> 'leadUserId' = ${String(id)})`;

/** Their name as the lead of crews; call it before their rights are ended. */
export async function eraseLead(tx: Tx, person: UserRow): Promise<void> {
  await tx
    .update(crews)
    .set({ lead: erasedName(person.id) })
    .where(or(eq(crews.leadUserId, person.id), ledBy(person)));
}

/** Messages to the person, and those to others whose subject is the person. */
async function eraseMessages(tx: Tx, userId: number, telegramId: string | null): Promise<void> {
  const theirs = or(
    eq(notifications.userId, userId),
    and(eq(notifications.entityType, "user"), eq(notifications.entityId, userId)),
  );
  const ids = tx.select({ id: notifications.id }).from(notifications).where(theirs);
  const to: (SQL | undefined)[] = [
    eq(deliveries.userId, userId),
    inArray(deliveries.notificationId, ids),
    telegramId === null ? undefined : eq(deliveries.chatId, telegramId),
  ];
  await tx.delete(deliveries).where(or(...to));
  await tx.delete(notifications).where(theirs);
}

async function eraseChat(tx: Tx, telegramId: string): Promise<void> {
  await tx
    .delete(botDialogues)
    .where(or(eq(botDialogues.chatId, telegramId), eq(botDialogues.userId, telegramId)));
  for (const table of [botUpdates, chatCards, chatQueues])
    await tx.delete(table).where(eq(table.chatId, telegramId));
  await tx.delete(telegramLimits).where(eq(telegramLimits.scope, chatScope(telegramId)));
}

/** Events name people in words until they are deleted by age; those not told yet must still be readable. */
async function eraseEvents(tx: Tx, userId: number): Promise<void> {
  const { payload, entityType, entityId } = outbox;
  await tx
    .update(outbox)
    .set({
      payload: sql`${payload} || jsonb_build_object('fullName', ${erasedName(userId)}::text, 'username', null)`,
    })
    .where(and(eq(entityType, "user"), eq(entityId, userId), sql`${payload} ? 'fullName'`));
  await tx
    .update(outbox)
    .set({ payload: sql`${payload} - 'browser' - 'address' - 'name'` })
    .where(
      and(
        inArray(entityType, ["sign_in_link", "passkey"]),
        sql`(${payload} ->> 'userId')::integer = ${userId}`,
      ),
    );
}

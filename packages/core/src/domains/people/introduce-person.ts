import type { Introduction } from "@stsphera/contracts";
import type { UserStatus } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { isRole } from "@stsphera/rbac";
import { lookUpInvitation, readUsedInvitation } from "../invitations/index.ts";
import { askedAt, asksAgainAt } from "./asks-again-at.ts";

type Row = {
  id: number;
  fullName: string;
  status: UserStatus;
  createdAt: Date;
  askedAgainAt: Date | null;
  reason: string | null;
  by: string | null;
};

const PERSON = `
  select u.id, u.full_name as "fullName", u.status, u.created_at as "createdAt",
    u.asked_again_at as "askedAgainAt", m.reason, m.by
  from users u left join lateral (
    select e.reason, a.full_name as by from entity_moves e join users a on a.id = e.by_id
    where e.entity_type = 'user' and e.entity_id = u.id and e.move = 'refuse' and e.undone_at is null
    order by e.id desc limit 1) m on u.status = 'rejected'
  where u.telegram_id = $1::bigint`;

const KEPT = `select state->>'invitation' as code from bot_dialogues where chat_id = $1::bigint and user_id = $1::bigint`;

/** The code of the invitation that a person without access opened in the chat last; null without one. */
export async function keptInvitation(db: Database, telegramId: string): Promise<string | null> {
  const [row] = await db.read<{ code: string | null }>(KEPT, [telegramId]);
  return row?.code ?? null;
}

/** What a person without access is told: of themselves alone, whether an account exists or not. */
export async function introducePerson(db: Database, telegramId: string, now: Date): Promise<Introduction> {
  const [row] = await db.read<Row>(PERSON, [telegramId]);
  if (row === undefined) {
    const invitation = await offered(db, telegramId, now);
    return { standing: "unknown", fullName: null, askedAt: null, refusal: null, invitation };
  }
  const { id, status, fullName, reason, by } = row;
  const asked = {
    createdAt: new Date(row.createdAt),
    askedAgainAt: row.askedAgainAt && new Date(row.askedAgainAt),
  };
  return {
    standing: status,
    fullName,
    askedAt: askedAt(asked).toISOString(),
    refusal: status === "rejected" ? { reason, by, ...askingAgain(asksAgainAt(asked), now) } : null,
    invitation: (await used(db, id)) ?? (await offered(db, telegramId, now)),
  };
}

/** Judged here, as the clock of a phone may be wrong. */
const askingAgain = (from: Date, now: Date) => ({ againAt: from.toISOString(), mayAsk: from <= now });

async function offered(db: Database, telegramId: string, now: Date): Promise<Introduction["invitation"]> {
  const code = await keptInvitation(db, telegramId);
  const found = code === null ? null : await lookUpInvitation(db, code, now);
  if (found === null || found.refusal !== null) return null;
  const { objectId, objectName, role, crewName, invitedBy } = found;
  return { object: { id: objectId, name: objectName }, role, crew: crewName, invitedBy };
}

async function used(db: Database, userId: number): Promise<Introduction["invitation"]> {
  const found = await readUsedInvitation(db, userId);
  if (found === null || !isRole(found.role)) return null;
  const { objectId, objectName, role, invitedBy } = found;
  return { object: { id: objectId, name: objectName }, role, crew: null, invitedBy };
}

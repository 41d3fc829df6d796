import type { UserActor } from "@stsphera/rbac";
import type { World } from "../world.ts";

const MANY = 500;

/** Deputies, invitations, records and finished tasks of the reader, straight in SQL; people are there already. */
export async function growTeam(
  { db: { sql }, now }: World,
  { objectId, reader }: { objectId: number; reader: UserActor },
): Promise<void> {
  const { id } = reader;
  await sql`
    insert into delegations (principal_id, deputy_id, from_day, to_day, created_by, created_at)
    select u.id, ${id}::int, '2027-01-01', '2027-01-02', u.id, ${now} from users u where u.telegram_id > 5000000`;
  await sql`
    insert into invitations (code, object_id, role, max_uses, expires_at, created_by, created_at)
    select lpad(n::text, 22, '0'), ${objectId}::int, 'pto', 1, ${now}::timestamptz + interval '7 days', ${id}::int, ${now}
    from generate_series(1, ${MANY}::int) n`;
  await sql`
    insert into audit_log (command_id, action, entity_type, entity_id, object_id, actor_id, request_id, at, after)
    select gen_random_uuid(), 'object.change_status', 'object', ${objectId}::int, ${objectId}::int, ${id}::int, 'рост',
      ${now}, '{"status":"active"}' from generate_series(1, ${MANY}::int) n`;
  await sql`
    insert into tasks (object_id, title, status, creator_id, assignee_id, deadline, created_at, assigned_at, accepted_at,
      completed_at, status_since)
    select ${objectId}::int, 'Готово ' || n, 'done', ${id}::int, ${id}::int, '2026-09-10', ${now}, ${now}, ${now}, ${now},
      ${now} from generate_series(1, ${MANY}::int) n`;
}

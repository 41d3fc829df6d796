import type { World } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";

/** A task of the author with a line, a request for another day, and what else belongs to people of the object. */
export async function workOf(
  world: World,
  author: UserActor,
  objectId: number,
): Promise<Readonly<Record<string, number>>> {
  const first = async (text: string) => {
    const [row] = await world.db.read<{ id: number }>(text, [objectId, author.id, world.now.toISOString()]);
    if (row === undefined) throw new Error("a row was not written");
    return row.id;
  };
  const taskId = await first(`
    insert into tasks (object_id, title, status, creator_id, assignee_id, created_at, assigned_at, status_since)
    values ($1, 'Чужая задача', 'in_progress', $2, $2, $3, $3, $3) returning id`);
  return {
    taskId,
    itemId: await first(`
      insert into task_checklist_items (task_id, text, sort)
      select id, 'Чужая строка', 0 from tasks where object_id = $1 and creator_id = $2 and created_at <= $3
      returning id`),
    requestId: await first(`
      insert into reschedule_requests (task_id, object_id, requested_by, to_day, reason, created_at)
      select id, $1, $2, '2026-09-25', 'привезут позже', $3 from tasks where object_id = $1 returning id`),
    delegationId: await first(`
      insert into delegations (principal_id, deputy_id, object_id, from_day, to_day, created_by, created_at)
      select $2, u.id, $1, '2026-09-10', '2026-09-12', $2, $3 from users u where u.id <> $2 order by u.id desc limit 1
      returning id`),
    invitationId: await first(`
      insert into invitations (code, object_id, role, max_uses, expires_at, created_by, created_at)
      values ('elsewhere-elsewhere-01', $1, 'pto', 3, $3::timestamptz + interval '1 day', $2, $3) returning id`),
    draftId: await first(`
      insert into object_drafts (created_by, data, object_id, created_at, updated_at)
      values ($2, '{}', $1, $3, $3) returning id`),
  };
}

/**
 * A thousand tasks per object, most of them done: given by the project manager and department heads to the team.
 * Deadlines are spread around now; of those recently missed every fourth task is still open, in every status (hence the
 * division by four). $1 is now.
 */
export const INSERT_TASKS = `
  insert into tasks (object_id, title, text, status, priority, department, deadline, creator_id, assignee_id,
    blocked_reason, blocker_user_id, blocked_at, created_at, assigned_at, accepted_at, submitted_at, completed_at, status_since)
  select t.object_id, 'Задача ' || t.n || ': ' || (array['закрыть замечания', 'испытать анкеры', 'сдать схему',
      'перевесить люльки', 'принять фронт', 'заказать герметик'])[1 + t.n % 6], 'Подробности у автора, срок твёрдый.',
    t.status, (array['normal', 'normal', 'high', 'low', 'critical'])[1 + t.n % 5],
    (array['construction', 'supply', 'pto', 'production'])[1 + t.n % 4],
    case when t.n % 11 > 0 then $1::timestamptz::date - t.age + 14 end, t.team[1],
    case when t.status <> 'new' then t.team[2 + t.n % (cardinality(t.team) - 1)] end,
    case when t.status = 'blocked' then 'Ждём материал от снабжения' end,
    case when t.status = 'blocked' then t.team[1] end, case when t.status = 'blocked' then t.made + interval '2 days' end,
    t.made, case when t.status <> 'new' then t.made + interval '1 hour' end,
    case when t.status in ('in_progress', 'review', 'done') then t.made + interval '5 hours' end,
    case when t.status in ('review', 'done') then t.made + interval '3 days' end,
    case when t.status = 'done' then t.made + interval '4 days' end, t.made + interval '4 days'
  from (
    select o.id as object_id, n, n % 400 as age, $1::timestamptz - n % 400 * interval '1 day' - n * interval '1 minute' as made,
      case when n % 400 > 30 or (n % 400 > 15 and n % 4 > 0) then (array['done', 'done', 'done', 'cancelled', 'done'])[1 + n % 5]
        else (array['new', 'assigned', 'in_progress', 'assigned', 'review', 'in_progress', 'blocked', 'done'])[1 + n / 4 % 8] end as status,
      (select array_agg(r.user_id order by r.role <> 'project_manager', r.user_id) from object_roles r
        where r.object_id = o.id and r.role <> 'viewer') as team
    from objects o cross join generate_series(1, 1000) n
  ) t
  order by t.n, t.object_id`;

/** The first deadline of every task. $1 is now. */
export const INSERT_TASK_DEADLINES = `
  insert into task_deadlines (task_id, deadline, set_by, set_at)
  select id, deadline, creator_id, created_at from tasks where created_at <= $1::timestamptz`;

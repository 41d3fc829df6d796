import type { UserActor } from "@stsphera/rbac";
import { growTasks } from "./grow-tasks.ts";
import { growTeam } from "./grow-team.ts";
import type { PreparedWorld } from "./prepared-world.ts";

const MANY = 500;
const DOZENS = 60;

/**
 * Makes the prepared world large, straight in SQL: people, objects, facades, floors, cells, crews, works, entries,
 * photos, and notifications of the reader, who is a member of every object.
 */
export async function growWorld(
  { world, here, foreman, factId, taskId }: PreparedWorld,
  reader: UserActor,
): Promise<void> {
  const { sql } = world.db;
  const { now } = world;
  await sql`
    insert into users (telegram_id, full_name, role, status, created_at)
    select 5000000 + n, 'Человек ' || n, 'installer', 'active', ${now} from generate_series(1, ${MANY}::int) n`;
  await sql`
    insert into objects (code, name, city, address, customer, facade_types, work_week, created_by, created_at, status)
    select 'М-' || n, 'Объект ' || n, '', '', '', '{nvf}', '{1,2,3,4,5}', ${reader.id}::int, ${now}, 'active'
    from generate_series(1, ${MANY}::int) n`;
  await sql`insert into object_sums (object_id) select id from objects where code like 'М-%'`;
  await sql`
    insert into object_roles (object_id, user_id, role, since)
    select id, ${reader.id}::int, 'project_manager', ${now} from objects where code like 'М-%'`;
  await sql`
    insert into object_roles (object_id, user_id, role, since)
    select ${here.id}::int, id, 'installer', ${now} from users where telegram_id > 5000000`;
  await sql`
    insert into facades (object_id, code, name, sort)
    select ${here.id}::int, 'Ф' || n, 'Фасад ' || n, 100 + n from generate_series(1, ${DOZENS}::int) n`;
  await sql`
    insert into floors (object_id, code, sort)
    select ${here.id}::int, 'Э' || n, 100 + n from generate_series(1, ${DOZENS}::int) n`;
  await sql`
    insert into work_types (code, name, unit, norm_hours, requires_photo, sort)
    select 'Р' || n, 'Работа ' || n, 'шт', 1, false, 1000 + n from generate_series(1, ${DOZENS}::int) n`;
  await sql`
    insert into crews (code, name, lead, size, object_id)
    select 'К' || n, 'Бригада ' || n, 'Бригадир', 4, ${here.id}::int from generate_series(1, ${DOZENS}::int) n`;
  await sql`
    insert into floor_volumes (object_id, facade_id, floor_id, work_type_id, plan_qty, updated_at)
    select ${here.id}::int, fa.id, fl.id, w.id, 50, ${now}
    from facades fa, floors fl, work_types w
    where fa.object_id = ${here.id}::int and fl.object_id = ${here.id}::int and w.code = 'МОД'
      and fa.code like 'Ф%' and fl.code like 'Э%'`;
  await sql`
    insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
      quantity, author_id, created_at)
    select v.object_id, v.id, v.facade_id, v.work_type_id, '2026-09-07', 'day', 'work', 'submitted', 5,
      ${foreman.id}::int, ${now}
    from floor_volumes v join facades fa on fa.id = v.facade_id where fa.code like 'Ф%' limit ${MANY}::int`;
  await sql`
    insert into daily_plan_fact (object_id, floor_volume_id, facade_id, work_type_id, date, shift, kind, status,
      quantity, author_id, created_at)
    select object_id, floor_volume_id, facade_id, work_type_id, '2026-09-08', 'day', 'work', 'submitted', 1,
      ${reader.id}::int, ${now} from daily_plan_fact where date = '2026-09-07' limit 10`;
  await sql`
    insert into files (object_id, purpose, source, status, name, storage_key, uploaded_by, created_at)
    select ${here.id}::int, 'photo', 'upload', 'ready', 'фото.jpg', 'key-' || n, ${reader.id}::int, ${now}
    from generate_series(1, ${DOZENS * 2}::int) n`;
  await sql`
    insert into journal_photos (object_id, date, file_id, author_id, created_at)
    select object_id, '2026-09-08', id, uploaded_by, ${now} from files where storage_key like 'key-%'
    order by id limit ${DOZENS}::int`;
  await sql`
    insert into attachments (entity_type, entity_id, file_id, role, created_by, created_at)
    select 'journal_photo', id, file_id, 'photo', author_id, created_at from journal_photos
    on conflict do nothing`;
  await sql`
    insert into attachments (entity_type, entity_id, file_id, role, created_by, created_at)
    select 'fact', ${factId}::int, id, 'photo', uploaded_by, ${now} from files where storage_key like 'key-%'
    order by id offset ${DOZENS}::int`;
  await sql`
    insert into notifications (user_id, key, type, category, priority, title, text, deep_link, created_at, updated_at)
    select ${reader.id}::int, 'много-' || n, 'fact.day_card', 'facts', 'normal', 'Факт', '', 'o1', ${now}, ${now}
    from generate_series(1, ${MANY}::int) n`;
  await growTasks(world, { objectId: here.id, taskId, reader, foreman });
  await growTeam(world, { objectId: here.id, reader });
  await world.rebuildDecisions();
  await sql`
    insert into object_drafts (created_by, data, created_at, updated_at)
    select ${reader.id}::int, '{"object": {"name": "Черновик"}}', ${now}, ${now}
    from generate_series(1, ${DOZENS}::int) n`;
  await sql`
    insert into audit_log (command_id, action, entity_type, entity_id, object_id, actor_id, request_id, at, after)
    select gen_random_uuid(), 'object.update', 'object', ${here.id}::int, ${here.id}::int, ${reader.id}::int,
      'много-' || n, ${now}, '{"name": "Новое"}' from generate_series(1, ${MANY}::int) n`;
  await sql`update objects set deadline = '2026-12-31' where code like 'М-%'`;
}

/** Two thousand people in rows of sixteen: each row after the first is a team, one person per position. $1 is now. */
export const INSERT_PEOPLE = `
  insert into users (id, telegram_id, full_name, phone, username, role, status, created_at)
  overriding system value
  select n, 3000000 + n,
    (array['Иван', 'Пётр', 'Олег', 'Сергей', 'Андрей', 'Павел', 'Юрий', 'Денис', 'Глеб', 'Роман', 'Игорь'])[1 + n % 11]
      || ' ' || (array['Жилин', 'Громов', 'Дёмин', 'Панин', 'Носов', 'Белов', 'Кротов'])[1 + n % 7] || ' ' || n,
    '+7999' || 3000000 + n, 'person' || n,
    case n when 1 then 'admin' when 2 then 'director' when 3 then 'curator' else (array['project_manager', 'design_head',
      'designer_opr', 'designer_km', 'designer_kmd', 'supply', 'production', 'construction_itr', 'construction_itr',
      'safety', 'pto', 'contract', 'geodesist', 'installer', 'viewer', 'installer'])[1 + n % 16] end,
    'active', $1::timestamptz - interval '600 days'
  from generate_series(1, 2000) n`;

/** The team of object i is one of the 124 rows of sixteen. */
export const INSERT_TEAMS = `
  insert into object_roles (object_id, user_id, role, since)
  select o.id, u.id, u.role, $1::timestamptz - interval '590 days'
  from objects o
  join users u on u.id between 16 * (1 + o.id * 7 % 124) and 16 * (1 + o.id * 7 % 124) + 15`;

/** Ten sessions per user, as after a month of sign-ins. $1 is now. */
export const INSERT_SESSIONS = `
  insert into refresh_tokens (family, user_id, token_hash, issued_at, expires_at)
  select gen_random_uuid(), u.id, md5(u.id || ' ' || n) || md5(n || ' ' || u.id),
    $1::timestamptz - n * interval '1 day', $1::timestamptz + (30 - n) * interval '1 day'
  from users u cross join generate_series(1, 10) n`;

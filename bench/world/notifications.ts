/** A hundred notifications per user: enough for two pages. $1 is now. */
export const INSERT_NOTIFICATIONS = `
  insert into notifications (user_id, key, type, category, priority, title, text, object_id, entity_type, entity_id,
    deep_link, actions, read_at, created_at, updated_at)
  select u.id, 'bench:' || n, 'fact.day_card', (array['facts', 'system', 'facts'])[1 + n % 3], 'normal',
    o.name || ' · факт за день', 'Модули 10 из 12, кронштейны 24 из 24, утепление 48,6 м²',
    o.id, 'object', o.id, 'o' || o.id || '_fact',
    '[{"key": "open", "label": "Открыть", "style": "primary"}]',
    case when n % 10 >= 3 then $1::timestamptz - n * interval '7 hours' end,
    $1::timestamptz - n * interval '7 hours', $1::timestamptz - n * interval '7 hours' + u.id % 60 * interval '1 minute'
  from generate_series(1, 100) n
  cross join users u
  join lateral (select o.id, o.name from objects o order by o.id offset (u.id + n) % (select count(*) from objects)
    limit 1) o on true
  order by n desc, u.id`;

/** Two hundred objects, most of them active; nine tenths of their planned days are over. $1 is now. */
export const INSERT_OBJECTS = `
  insert into objects (id, code, name, city, address, customer, contract_no, contract_date, start_date, deadline, status,
    facade_types, work_week, budget, held_since, created_by, created_at)
  overriding system value
  select i, 'ОБ-2025-' || to_char(i, 'FM000'),
    (array['СПК Блок', 'НВФ Школа', 'БЦ Кварц', 'ЖК Сосны', 'СПК Атриум', 'ТЦ Галерея', 'НВФ Клиника'])[1 + i % 7] || ' ' || i,
    (array['Москва', 'Казань', 'Тверь', 'Самара'])[1 + i % 4], 'проезд Стеклодувов, вл. ' || i, 'ООО «Заказчик ' || i || '»',
    'СПК-' || i, day - 600, day - 580, day + 80 + i % 60,
    case i % 20 when 0 then 'on_hold' when 1 then 'completing' when 2 then 'closed' else 'active' end,
    '{spk_modular}', '{1,2,3,4,5}', 300000000 + i, case when i % 20 = 0 then day end, 2,
    $1::timestamptz - interval '595 days'
  from generate_series(1, 200) i, (select $1::timestamptz::date as day) today`;

export const INSERT_FACADES = `
  insert into facades (id, object_id, code, name, sort) overriding system value
  select (o.id - 1) * 3 + f, o.id, (array['Юг', 'Запад', 'Восток'])[f],
    'Фасад ' || (array['Юг', 'Запад', 'Восток'])[f], f
  from objects o cross join generate_series(1, 3) f`;

export const INSERT_FLOORS = `
  insert into floors (id, object_id, code, sort) overriding system value
  select (o.id - 1) * 15 + g, o.id, case g when 15 then 'тех' else g::text end, g
  from objects o cross join generate_series(1, 15) g`;

export const INSERT_CREWS = `
  insert into crews (id, code, name, lead, size, object_id) overriding system value
  select (o.id - 1) * 6 + k, 'БР-' || o.id || '-' || k, 'Бригада ' || k, 'Бригадир ' || k, 4 + k % 4, o.id
  from objects o cross join generate_series(1, 6) k`;

import { getFactForm, getObjectDashboard, listTasks } from "@stsphera/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCounts } from "./checks/read-counts.ts";
import { readTasks } from "./checks/read-tasks.ts";
import { EXPECTED_COUNTS, EXPECTED_DIFFERENCES, EXPECTED_TASKS } from "./checks/expected.ts";
import { seed } from "./seed.ts";
import { memoryStore } from "./testing/memory-store.ts";
import { contextOf, forget, idOf, type Story, TABLES, tell } from "./testing/play-story.ts";

describe("seeded on a Thursday, with a file store", () => {
  let story: Story;
  const storage = memoryStore();

  beforeAll(async () => {
    story = await tell("2026-09-10T07:00:00.000Z", { storage });
  }, 180_000);
  afterAll(() => forget(story));

  test("counts and sums match the story", async () => {
    const counts = await readCounts(story.db, await idOf(story, "СПК Блок Б"), "2026-09-10");
    expect(counts).toMatchObject({ ...EXPECTED_COUNTS, ...EXPECTED_DIFFERENCES });
  });

  test("the dashboard matches the worked example", async () => {
    const ctx = await contextOf(story, "1000004");
    const shown = await getObjectDashboard.run(ctx, { objectId: await idOf(story, "СПК Блок Б") });
    expect(shown.object).toMatchObject({ code: "ОБ-2026-01", deadline: "2026-10-17", status: "active" });
    expect(shown.progress).toEqual({ pct: "59", plannedPct: "73.1", health: "red" });
    expect(shown.facades.map(({ code, pct, plannedPct, health }) => [code, pct, plannedPct, health])).toEqual(
      [
        ["Юг", "73.2", "78.4", "amber"],
        ["Запад", "67.8", "77.7", "red"],
        ["Восток", "26.9", "59.8", "red"],
      ],
    );
    expect(shown.rate).toEqual({ needed: "204.2", reached: "149.2" });
    expect(shown.forecast).toMatchObject({ date: "2026-10-31", lateDays: 14 });
    expect(shown.sinceYesterday).toEqual({
      day: "2026-09-09",
      points: "0.8",
      modules: "18",
      brackets: "20",
      shifts: { total: 2, closed: 1, byItself: 0, silent: expect.any(Number), idle: [] },
      planChanges: 0,
    });
  });

  test("the fact form opens with the lines of the day", async () => {
    const objectId = await idOf(story, "СПК Блок Б");
    const form = await getFactForm.run(await contextOf(story, "1000004"), { objectId });
    const ofForeman = await getFactForm.run(await contextOf(story, "1000011"), { objectId });
    expect(new Set(ofForeman.lines.slice(0, 6).map(({ facade }) => facade))).toEqual(
      new Set(["Юг", "Запад"]),
    );
    const lines = form.lines.map((line) => [
      `${line.workType.code} ${line.facade} ${line.floor}`,
      line.remaining,
      line.planToday,
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        ["МОД Юг 11", "14", "12"],
        ["МОД Запад 10", "6", "6"],
        ["КРН-В Юг 13", "17", "17"],
        ["УТП Юг 12", "18.6", "18.6"],
        ["КРН-Н Запад 12", "11", "11"],
        ["ГЕО Восток 11", "1", "1"],
      ]),
    );
  });

  test("the orders stand where the story left them", async () => {
    const orders = await story.db.read<{ number: number; status: string; kind: string | null }>(
      `select t.number, t.status, (select string_agg(p.kind, ' ') from pending_decisions p
         where p.entity_type = 'supply' and p.entity_id = t.id) as kind
       from supply_orders t order by t.number`,
      [],
    );
    expect(orders.map(({ number, status, kind }) => [number, status, kind])).toEqual([
      [101, "shipped", "supply_to_receive"],
      [102, "ordered", null],
      [103, "requested", "supply_to_approve"],
      [104, "shipped", "supply_to_receive"],
      [105, "approved", "supply_to_order"],
      [106, "partially_received", null],
      [107, "delivered", null],
      [108, "draft", null],
      [109, "rejected", null],
      [110, "cancelled", null],
    ]);
    const [late] = await story.db.read<{ number: number; promised: number }>(
      `select t.number, (select count(*)::int from supply_promises p join supply_orders x on x.id = p.order_id
         where x.number = 102) as promised
       from supply_orders t where t.promised_on < '2026-09-10' and t.status in ('ordered', 'shipped', 'partially_received')`,
      [],
    );
    expect(late).toEqual({ number: 104, promised: 3 });
  });

  test("every photo is ready and stored in three sizes; two entries of yesterday have none", async () => {
    const files = await story.db.read<{ key: string; size: number; status: string; late: boolean }>(
      `select x.storage_key as key, x.size, x.status, x.taken_at > f.created_at as late
       from files x join attachments p on p.file_id = x.id and p.entity_type = 'fact'
         join daily_plan_fact f on f.id = p.entity_id
       union all
       select x.storage_key, x.size, x.status, x.taken_at > t.created_at
       from files x join attachments t on t.file_id = x.id and t.entity_type in ('task', 'task_comment')
       union all
       select x.storage_key, x.size, x.status, x.taken_at > d.created_at and t.entity_type = 'defect'
       from files x join attachments t on t.file_id = x.id and t.entity_type in ('defect', 'defect_cure')
         join defects d on d.id = t.entity_id
       union all
       select x.storage_key, x.size, x.status, x.taken_at > r.at
       from files x join attachments t on t.file_id = x.id and t.entity_type = 'supply_receipt'
         join supply_receipts r on r.id = t.entity_id`,
      [],
    );
    expect(files.length).toBeGreaterThan(58);
    expect(storage.kept.size).toBe(files.length * 3);
    for (const { key, size, status, late } of files) {
      expect({ status, late, size: storage.kept.get(key)?.size }).toEqual({
        status: "ready",
        late: false,
        size,
      });
    }
    const bare = await story.db.read<{ work: string }>(
      `select w.code as work from daily_plan_fact f join work_types w on w.id = f.work_type_id
       where f.date = '2026-09-09' and w.requires_photo
         and not exists (select from attachments p where p.entity_type = 'fact' and p.entity_id = f.id) order by 1`,
      [],
    );
    expect(bare.map((row) => row.work)).toEqual(["КРН-В", "УТП"]);
  });

  test("entries are on their own days; the mistake has its reversal and its correct entry", async () => {
    const days = await story.db.read<{ total: number; outside: number; night: string }>(
      `select count(*)::int as total,
         count(*) filter (where (f.created_at at time zone 'Europe/Moscow')::time not between '16:40' and '18:20')::int
           as outside,
         max(to_char(f.created_at at time zone 'Europe/Moscow', 'HH24:MI'))
           filter (where (f.created_at at time zone 'Europe/Moscow')::date = f.date) as night
       from daily_plan_fact f where kind = 'work'
         and exists (select from object_workdays w where w.object_id = f.object_id and w.day = f.date)`,
      [],
    );
    expect(days).toEqual([{ total: 202, outside: 5, night: "23:30" }]);
    const wrong = await story.db.read<{ kind: string; quantity: string; status: string }>(
      `select kind, trim_scale(quantity)::text as quantity, status from daily_plan_fact f
       join floor_volumes v on v.id = f.floor_volume_id join facades fa on fa.id = v.facade_id
       join floors fl on fl.id = v.floor_id join work_types w on w.id = v.work_type_id
       where fa.code = 'Юг' and fl.code = '6' and w.code = 'РЕЗ' order by f.id`,
      [],
    );
    expect(wrong).toEqual([
      { kind: "work", quantity: "18.7", status: "submitted" },
      { kind: "reversal", quantity: "-18.7", status: "submitted" },
      { kind: "work", quantity: "187.2", status: "confirmed" },
    ]);
  });

  test("the fifteen tasks are in the states of the story", async () => {
    const objectId = await idOf(story, "СПК Блок Б");
    expect(await readTasks(story.db, objectId, "2026-09-10")).toEqual(EXPECTED_TASKS);
    const ctx = await contextOf(story, "1000004");
    const { items } = await listTasks.run(ctx, { objectId, state: "all", limit: 50 });
    const rows = items.map(({ title, status, deadline, lateDays, assignee, creator }) =>
      [
        title.split(" ", 2).join(" "),
        status,
        deadline?.slice(5),
        lateDays,
        assignee?.fullName,
        creator.fullName,
      ]
        .map((value) => value ?? "–")
        .join(" · "),
    );
    expect(rows.toSorted()).toEqual(
      [
        "Арендовать второй · cancelled · 09-01 · 0 · Марина Гущина · Николай Жилин",
        "Вывезти бой · done · 09-05 · 0 · Сергей Белов · Сергей Белов",
        "Выпустить КМД · in_progress · 09-14 · 0 · Кирилл Васин · Елена Чагина",
        "Выправить кронштейны · in_progress · 09-07 · 3 · Николай Жилин · Анна Климова",
        "Заказать автокран · new · 09-16 · 0 · – · Сергей Белов",
        "Закрыть замечания · review · 09-12 · 0 · Сергей Белов · Анна Климова",
        "Испытать анкеры · assigned · 09-10 · 0 · Сергей Белов · Максим Дёмин",
        "Найти замену · blocked · 09-11 · 0 · Марина Гущина · Максим Дёмин",
        "Оформить допуски · assigned · 09-12 · 0 · Тамара Зыкова · Сергей Белов",
        "Перевесить люльки · in_progress · 09-11 · 0 · Сергей Белов · Сергей Белов",
        "Пересчитать ветровые · new · 09-20 · 0 · – · Елена Чагина",
        "Сдать исполнительную · in_progress · 09-09 · 1 · Денис Мохов · Анна Климова",
        "Согласовать с · in_progress · 08-31 · 8 · Светлана Рожкова · Максим Дёмин",
        "Согласовать цвет · done · 09-04 · 0 · Павел Рябов · Елена Чагина",
        "Фотоотчёт по · review · 09-13 · 0 · Рустам Ахметов · Анна Климова",
      ].toSorted(),
    );
  });

  test("two tasks have comments with a photo, one a waiting deadline request, one a history of two deadlines", async () => {
    const photos = await story.db.read<{ title: string; with: number; alone: number }>(
      `select t.title, count(c.id)::int as with, count(*) filter (where c.id is null)::int as alone
       from attachments a
       left join task_comments c on a.entity_type = 'task_comment' and c.id = a.entity_id
       join tasks t on t.id = case a.entity_type when 'task' then a.entity_id else c.task_id end
       group by t.id order by t.id`,
      [],
    );
    const short = photos.map(({ title, ...counts }) => [title.split(" ")[0], counts.with, counts.alone]);
    expect(short.toSorted()).toEqual([
      ["Выправить", 1, 0],
      ["Закрыть", 1, 3],
      ["Фотоотчёт", 0, 3],
    ]);
    const days = await story.db.read<{ day: string }>(
      `select d.deadline::text as day from task_deadlines d join tasks t on t.id = d.task_id
       where t.title like 'Выправить%' order by d.id`,
      [],
    );
    expect(days.map((row) => row.day)).toEqual(["2026-08-31", "2026-09-07"]);
    const waiting = await story.db.read(
      `select q.from_day::text as "from", q.to_day::text as "to", q.reason from reschedule_requests q
       where q.status = 'open'`,
      [],
    );
    expect(waiting).toEqual([{ from: "2026-09-14", to: "2026-09-17", reason: "Ждём узел от КМ" }]);
    const absences = await story.db.read(
      `select p.full_name as who, d.full_name as deputy, from_day::text as "from", to_day::text as "to"
       from delegations x join users p on p.id = x.principal_id join users d on d.id = x.deputy_id`,
      [],
    );
    expect(absences).toEqual([
      { who: "Сергей Белов", deputy: "Николай Жилин", from: "2026-10-05", to: "2026-10-19" },
    ]);
  });

  test("nobody is notified, and nothing shows that the data is seeded", async () => {
    const [quiet] = await story.db.read<{ waiting: number; told: number; messages: number; audit: number }>(
      `select (select count(*)::int from outbox where relayed_at is null) as waiting,
         (select count(*)::int from outbox) as told, (select count(*)::int from audit_log) as audit,
         (select count(*)::int from notifications) + (select count(*)::int from deliveries) as messages`,
      [],
    );
    expect(quiet).toMatchObject({ waiting: 0, messages: 0 });
    expect(quiet?.told).toBeGreaterThan(400);
    const names = await story.db.read<{ name: string }>(
      `select name from objects union all select address from objects union all select customer from objects
       union all select full_name from users union all select name || lead from crews
       union all select name from facades union all select name from files
       union all select title || coalesce(text, '') || coalesce(blocked_reason, '') from tasks
       union all select text from task_comments union all select reason from reschedule_requests
       union all select title || place || ordered_by from extra_works
       union all select notes from daily_plan_fact where notes is not null`,
      [],
    );
    expect(names.length).toBeGreaterThan(100);
    for (const { name } of names) expect(name).not.toMatch(/тест|демо|пример|test|demo|sample/i);
  });

  test("the school is being planned by a team of six, the draft is visible to its author only", async () => {
    const members = (name: string) =>
      story.db.read<{ status: string; names: string[] }>(
        `select o.status, array_agg(u.full_name order by u.id) as names from objects o
         join object_roles r on r.object_id = o.id join users u on u.id = r.user_id
         where o.name = $1 group by o.status`,
        [name],
      );
    const six = [
      "Максим Дёмин",
      "Елена Чагина",
      "Марина Гущина",
      "Андрей Хомутов",
      "Сергей Белов",
      "Анна Климова",
    ];
    expect(await members("НВФ Школа на 1100 мест")).toEqual([{ status: "planning", names: six }]);
    const [pending] = await story.db.read<{ status: string; waiting: string[] }>(
      `select v.status, array_agg(u.full_name order by s.id) filter (where s.signed_at is null) as waiting
       from gpr_versions v join objects o on o.id = v.object_id join gpr_signatures s on s.gpr_id = v.id
         join users u on u.id = s.signer_id
       where o.name = $1 group by v.id`,
      ["НВФ Школа на 1100 мест"],
    );
    expect(pending).toEqual({
      status: "pending_signatures",
      waiting: ["Андрей Хомутов", "Сергей Белов"],
    });
    expect(await members("СПК Атриум")).toEqual([{ status: "draft", names: ["Светлана Рожкова"] }]);
  });

  test("a second run changes nothing", async () => {
    const before = await story.db.read(TABLES, []);
    const lines: string[] = [];
    const again = await seed({ db: story.db, storage, now: story.now, log: (line) => lines.push(line) });
    expect(again).toEqual({ told: false });
    expect(lines).toEqual(["«СПК Блок Б» (ОБ-2026-01) is there already: nothing was changed."]);
    expect(await story.db.read(TABLES, [])).toEqual(before);
  });
});

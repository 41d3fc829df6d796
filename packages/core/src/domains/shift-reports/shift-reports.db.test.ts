import type { UserActor } from "@stsphera/rbac";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { big, decimal } from "../calculation/index.ts";
import { reportExtra } from "../extra-works/index.ts";
import { correctFact, enterFact } from "../facts/index.ts";
import { createCrew, setCrewMembers } from "../production/index.ts";
import { closeShift, recordDowntime, recordShiftNote } from "../shifts/index.ts";
import { getDowntimeAct, getShiftReport } from "./index.ts";
import { makePdf } from "./make-pdf.ts";

const TODAY = "2026-09-08";
let world: World;
let here: TestObject;
let crewId: number;
let foreman: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
  foreman = await world.as("construction_itr");
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await world.createTestObject();
  const crew = { name: "Модули-1", lead: "Виталий Громов", size: 8, objectId: here.id };
  const admin = world.ctx(await world.as("admin"));
  ({ id: crewId } = await createCrew.run(admin, { ...crew, code: `БР-${here.id}` }));
});

const ctx = async (actor: UserActor = foreman) => world.ctx(await world.again(actor));
const enter = async (quantity: string, date = TODAY, cell = here.cell("Юг", "1", "МОД")) =>
  enterFact.run(await ctx(), {
    objectId: here.id,
    floorVolumeId: cell,
    date,
    quantity,
    crewId,
    workers: 6,
    confirmDuplicate: true,
  });
const idle = async (more: object = {}) =>
  recordDowntime.run(await ctx(), {
    objectId: here.id,
    crews: [{ crewId, hours: "2", workers: 5 }],
    reason: { code: "weather_wind", text: "порывы 14 м/с" },
    ...more,
  });
const read = async (more: object, actor: UserActor = foreman) =>
  getShiftReport.run(await ctx(actor), { objectId: here.id, kind: "contractor", ...more });

test("the text to the general contractor names people, works by place, and who answers for idle time", async () => {
  await enter("3");
  await enter("2", TODAY, here.cell("Запад", "2", "МОД"));
  await idle();
  await recordShiftNote.run(await ctx(), {
    objectId: here.id,
    crews: [{ crewId, hours: "1", workers: 4 }],
    activity: "unloading",
  });
  const open = await read({});
  expect(open.closed).toBe(false);
  expect(open.text).toContain("Смена не закрыта");
  await closeShift.run(await ctx(), { objectId: here.id, date: TODAY, rest: { code: "not_worked" } });
  const { text, title, closed, fileName } = await read({});
  expect({ closed, fileName }).toEqual({ closed: true, fileName: "Отчёт 8 сентября 2026.pdf" });
  expect(text.split("\n")).toEqual([
    title,
    "",
    "На площадке 6 человек: Громов — 6.",
    "Выполнено:",
    "— Монтаж модулей: Юг, этаж 1 — 3\u00a0шт",
    "— Монтаж модулей: Запад, этаж 2 — 2\u00a0шт",
    "Без объёма:",
    "— Громов, 4\u00a0чел. × 1\u00a0ч: разгрузка",
    "Простой:",
    "— Громов, 5\u00a0чел. × 2\u00a0ч: ветер (порывы 14 м/с). Отвечает: погода",
  ]);
});

test("the general contractor is told of idle time that the customer or the weather answers for, never of our own", async () => {
  await enter("3");
  await idle({ reason: { code: "equipment", text: "лебёдка" }, party: "own_supply" });
  await idle({ reason: { code: "customer_stop" }, party: "customer" });
  const { text } = await read({});
  expect(text).not.toMatch(/лебёдка|снабжение/i);
  expect(text).toContain("стоп заказчика. Отвечает: заказчик");
  expect((await read({ kind: "journal" })).text).toContain("лебёдка");
});

test("papers are in Russian with the year, whatever language their reader chose", async () => {
  await enter("3");
  const { id: recordId } = await idle();
  const english = { ...(await world.again(foreman)), locale: "en" } as const;
  const inEnglish = world.ctx(english);
  const texts = await Promise.all(
    (["contractor", "journal", "meeting"] as const).map((kind) =>
      getShiftReport.run(inEnglish, { objectId: here.id, kind }),
    ),
  );
  const act = await getDowntimeAct.run(inEnglish, { recordId });
  for (const paper of [
    ...texts.map(({ title, text, fileName }) => [title, text, fileName].join("\n")),
    act.title,
  ])
    expect(paper).toMatch(/[а-я].* 2026/);
  expect([...texts.map(({ text }) => text), ...act.lines].join("\n")).not.toMatch(/[a-z]{3}|\.\./i);
  const month = await getShiftReport.run(inEnglish, { objectId: here.id, kind: "journal", month: "2026-09" });
  expect(month.fileName).toBe("ОЖР сентябрь 2026.pdf");
});

test("a day of before the first closing says nothing of being open; an open day of this week does", async () => {
  await enter("1", "2026-09-01");
  await enter("1");
  const old = async () => (await read({ date: "2026-08-03" })).text;
  expect(await old()).not.toContain("Смена не закрыта");
  expect((await read({ date: "2026-09-01" })).text).toContain("Смена не закрыта");
  await world.db.sql`
    insert into shift_closings (object_id, date, shift, closed_by, closed_at, silent)
    values (${here.id}, '2026-07-01', 'day', ${foreman.id}, ${world.now}, '[]')`;
  expect(await old()).toContain("Смена не закрыта");
});

test("a month of texts for the work journal sums to the ledger", async () => {
  for (const [date, quantity] of [
    ["2026-09-02", "1"],
    ["2026-09-03", "2"],
    ["2026-09-07", "4"],
    [TODAY, "3"],
  ] as const)
    await enter(quantity, date);
  const { fact } = await enter("5", "2026-09-04");
  await correctFact.run(await ctx(), { factId: fact.id, version: fact.version, quantity: "6" });
  await enter("2", "2026-09-04", here.cell("Юг", "1", "КРН-Н"));
  const { text } = await read({ kind: "journal", month: "2026-09" });
  const told = new Map<string, string>();
  for (const [, work = "", qty = "0"] of text.matchAll(/^— (.+?): .* — ([\d ,\u00a0]+)\u00a0/gm)) {
    const quantity = qty.replace(/[\s\u00a0]/g, "").replace(",", ".");
    told.set(work, decimal(big(told.get(work) ?? "0").plus(quantity)));
  }
  const ledger = await world.db.read<{ work: string; quantity: string }>(
    `select w.name as work, trim_scale(sum(e.quantity))::text as quantity
     from daily_plan_fact e join work_types w on w.id = e.work_type_id
     where e.object_id = $1 and e.date between '2026-09-01' and '2026-09-30' group by w.name`,
    [here.id],
  );
  expect(ledger.length).toBe(2);
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(ledger.map(({ work, quantity }) => [work, quantity])),
  );
});

test("the text to the meeting says who owes what since when", async () => {
  await idle();
  await reportExtra.run(await ctx(), {
    objectId: here.id,
    title: "Заделка проёма",
    quantity: "4",
    unit: "шт",
    place: "Юг 1",
    orderedBy: "Генподрядчик",
  });
  const manager = await world.as("project_manager");
  await world.db.sql`
    insert into tasks (object_id, title, status, priority, creator_id, assignee_id, deadline, created_at, status_since)
    values (${here.id}, 'Испытать анкеры', 'in_progress', 'normal', ${manager.id}, ${foreman.id}, '2026-09-04',
      ${world.now}, ${world.now})`;
  const { text } = await read({ kind: "meeting" }, manager);
  expect(text.split("\n").slice(2)).toEqual([
    "Просрочено:",
    expect.stringMatching(/^— Испытать анкеры: .+, срок был 4 сентября 2026$/),
    "Дополнительные работы без оплаты:",
    "— Заделка проёма (Генподрядчик): на словах с 8 сентября 2026",
    "Простои за неделю:",
    "— погода: ветер, 10\u00a0чел.-ч, с 8 сентября 2026",
  ]);
});

test("observers and installers read no reports; a day and a month are not asked together", async () => {
  const [viewer, installer] = [await world.as("viewer"), await world.as("installer")];
  for (const actor of [viewer, installer])
    expect((await refusalOf(read({}, actor))).code, actor.fullName).toBe("forbidden");
  expect(fieldsOf(await refusalOf(read({ date: TODAY, month: "2026-09" })))).toEqual(["month: day_or_month"]);
  expect(fieldsOf(await refusalOf(read({ date: "2026-09-09" })))).toEqual(["date: date_future"]);
  const record = await idle();
  const act = async (actor: UserActor) => getDowntimeAct.run(await ctx(actor), { recordId: record.id });
  expect((await refusalOf(act(viewer))).code).toBe("forbidden");
  expect((await refusalOf(act(installer))).code, "of another crew").toBe("not_found");
  await setCrewMembers.run(await ctx(await world.as("admin")), { crewId, userIds: [installer.id] });
  expect((await act(installer)).title).toContain(String(record.id));
});

test("the act of a downtime names parties, hours, people and reason, and is a PDF with its fonts inside", async () => {
  const { id } = await idle();
  const act = await getDowntimeAct.run(await ctx(), { recordId: id });
  expect(act.title).toBe(`Акт о простое № ${id} от 8 сентября 2026`);
  expect(act.lines.join("\n")).toContain("порывы 14 м/с");
  expect(act.lines).toContain("Всего: 10\u00a0чел.-ч");
  expect(act.lines.filter((line) => line.includes("____"))).toHaveLength(2);
  const bytes = await buffer(makePdf(act));
  const raw = bytes.toString("latin1");
  expect(raw.startsWith("%PDF-")).toBe(true);
  expect(raw.trimEnd().endsWith("%%EOF")).toBe(true);
  expect(raw.match(/\/FontFile2/g)).toHaveLength(2);
});

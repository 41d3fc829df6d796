import { gzipSync } from "node:zlib";
import { importProject } from "@stsphera/schedule/mspdi";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readSheet } from "../../../platform/sheets/testing.ts";
import { createTestWorld, fieldsOf, refusalOf, type World } from "../../../testing/index.ts";
import { type ForecastScene, openForecastScene, underway } from "../forecast/testing/forecast-scene.ts";
import {
  createGpr,
  editGprRows,
  exportGpr,
  exportGprDiff,
  getGprContent,
  importGpr,
  pasteGprRows,
  undoGprStep,
} from "../verbs.ts";

let world: World;
let scene: ForecastScene;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  scene = await openForecastScene(world);
});

const manager = () => scene.as("project_manager");
const content = async (gprId: number) => getGprContent.run(await manager(), { gprId });
const xmlOf = async (gprId: number) => (await exportGpr.run(await manager(), { gprId, as: "mspdi" })).body;
const draftOf = async (from: "active" | "empty") =>
  (await createGpr.run(await manager(), { objectId: scene.object.id, from })).id;
const bring = async (gprId: number, file: Uint8Array, rows: "known" | "new" = "known") => {
  const { version } = await content(gprId);
  const base64 = Buffer.from(file).toString("base64");
  return importGpr.run(await manager(), { gprId, version, file: base64, rows });
};
const withoutVersions = ({ rows, links }: Awaited<ReturnType<typeof content>>) => ({
  rows: rows.map(({ version: _version, ...row }) => row),
  links,
});

describe("Microsoft Project", () => {
  test("a version goes there and comes back unchanged, packed or not", async () => {
    const gprId = await draftOf("active");
    const [first] = (await content(gprId)).rows;
    const constraint = { kind: "not_earlier", edge: "start", day: "2026-09-03" } as const;
    await editGprRows.run(await manager(), {
      gprId,
      edits: [
        {
          do: "set",
          rows: [{ key: first?.key ?? "", version: first?.version ?? 0 }],
          fields: { constraint, quantity: "12.5", unit: "м.п." },
        },
      ],
    });
    const before = await content(gprId);
    const file = await xmlOf(gprId);
    for (const sent of [file, gzipSync(file)]) {
      expect(await bring(gprId, sent)).toMatchObject({ rows: 4, links: 2, removed: 0, notices: [], more: 0 });
      expect(withoutVersions(await content(gprId))).toEqual(withoutVersions(before));
    }
    expect((await xmlOf(gprId)).toString()).toBe(file.toString());
  });

  test("the version in force goes with its forecast, progress, data date and the signed dates as baseline", async () => {
    await underway(scene);
    const read = importProject(await xmlOf(scene.gprId));
    if (read.refusal !== undefined) throw new Error(JSON.stringify(read.refusal));
    const { dataDate, tasks, calendars } = read.project;
    expect(dataDate).toBe("2026-09-08");
    expect(calendars[0]?.weekdays).toEqual([1, 2, 3, 4, 5, 6]);
    expect(tasks[1]).toMatchObject({
      name: "Кронштейны",
      actualStart: "2026-09-07",
      remaining: 4,
      percentComplete: 20,
      finish: "2026-09-11",
      baseline: { start: "2026-09-05", finish: "2026-09-10", duration: 5 },
    });
  });

  test("rows of a foreign file are new, with numbers nobody had; what is not kept is said", async () => {
    const gprId = await draftOf("active");
    const task = (uid: number, fields: string) => `<Task><UID>${uid}</UID><ID>${uid}</ID>${fields}</Task>`;
    const file = `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">
      <StartDate>2026-09-14T08:00:00</StartDate><CalendarUID>1</CalendarUID>
      <Calendars><Calendar><UID>1</UID><Name>Стандартный</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar></Calendars>
      <Tasks>${task(1, `<Name>${"Ж".repeat(250)}</Name><OutlineLevel>1</OutlineLevel><Duration>PT40H0M0S</Duration>`)}
      ${task(2, "<Name> </Name><OutlineLevel>1</OutlineLevel><Duration>PT12H0M0S</Duration>")}
      </Tasks></Project>`;
    const told = await bring(gprId, Buffer.from(file), "new");
    expect(told).toMatchObject({ rows: 2, links: 0, removed: 4 });
    expect(told.notices.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
      "1 name_cut",
      "1 guessed_department",
      "2 duration_rounded",
      "2 name_empty",
      "2 guessed_department",
    ]);
    expect(told.notices[2]?.text).toBe("Длительность 12 ч округлена до 2 дн.");
    const { rows } = await content(gprId);
    expect(rows.map(({ number, name, duration }) => `${number} ${name.length} ${duration}`)).toEqual([
      "5 200 5",
      "6 3 2",
    ]);
    await undoGprStep.run(await manager(), { gprId });
    expect((await content(gprId)).rows.map(({ key }) => key)).toEqual(
      Object.values(scene.keys).filter((key) => key !== scene.keys.south),
    );
  });

  test.each([
    ["no project at all", Buffer.from("not a project"), "gpr_file_broken"],
    ["another document", Buffer.from("<Plan><Start/></Plan>"), "gpr_file_not_project"],
    ["a document type", Buffer.from("<!DOCTYPE a><Project/>"), "gpr_file_not_project"],
    ["a broken archive", Buffer.from([0x1f, 0x8b, 1, 2, 3]), "gpr_file_broken"],
    ["a bomb", gzipSync(Buffer.alloc(30_000_000)), "gpr_file_too_large"],
  ])("%s is refused and changes nothing", async (_what, file, reason) => {
    const gprId = await draftOf("active");
    const before = await content(gprId);
    const traces = await world.traces();
    expect(fieldsOf(await refusalOf(bring(gprId, file)))).toEqual([`file: ${reason}`]);
    expect(await world.traces()).toEqual(traces);
    expect(await content(gprId)).toEqual(before);
  });
});

describe("a spreadsheet", () => {
  test("of the version in force has plan, forecast and facts by row", async () => {
    await underway(scene);
    const { body, fileName } = await exportGpr.run(await manager(), { gprId: scene.gprId, as: "xlsx" });
    expect(fileName).toBe("ГПР СПК Блок Б, версия 1.xlsx");
    const [head = [], ...rows] = readSheet(body);
    const cell = (row: number, title: string) => rows[row]?.[head.indexOf(title)] ?? "";
    const serial = (day: string) => String(Date.parse(day) / 86_400_000 + 25_569);
    expect(rows).toHaveLength(4);
    expect(["№", "Название", "Отдел", "Дней", "После"].map((title) => cell(1, title))).toEqual([
      "2",
      "Кронштейны",
      "Монтаж",
      "5",
      "1",
    ]);
    expect(cell(1, "План: начало")).toBe(serial("2026-09-05"));
    expect(cell(1, "Прогноз: окончание")).toBe(serial("2026-09-11"));
    expect(cell(1, "Факт: начало")).toBe(serial("2026-09-07"));
    expect(cell(1, "Отставание, раб. дн.")).toBe("1");
    expect(cell(1, "Готово, %")).toBe("20");
  });

  test("of a draft can be pasted back by its plain columns", async () => {
    const gprId = await draftOf("active");
    const before = await content(gprId);
    const { body } = await exportGpr.run(await manager(), { gprId, as: "xlsx" });
    const [head = [], ...rows] = readSheet(body);
    const wanted = ["Уровень", "№", "Название", "Отдел", "Ответственный", "Дней", "После"];
    const table = [wanted, ...rows.map((row) => wanted.map((title) => row[head.indexOf(title)] ?? ""))];
    await pasteGprRows.run(await manager(), { gprId, version: before.version, table });
    expect(withoutVersions(await content(gprId))).toEqual(withoutVersions(before));
  });

  test("of changes tells each in words, as a paper too", async () => {
    const gprId = await draftOf("active");
    const rows = (await content(gprId)).rows;
    const row = (name: string) => {
      const found = rows.find((one) => one.name === name);
      return { key: found?.key ?? "", version: found?.version ?? 0 };
    };
    const { id: ownerId } = await world.as("pto");
    await editGprRows.run(await manager(), {
      gprId,
      edits: [
        { do: "set", rows: [row("Разбивка осей")], fields: { duration: 7 } },
        { do: "set", rows: [row("Модули")], fields: { ownerId } },
        { do: "remove", rows: [row("Стекло")] },
        { do: "add", name: "Снятие подъёмника", department: "construction", duration: 2 },
        { do: "link", from: row("Кронштейны").key, to: row("Модули").key, type: "FS", lag: 2, unit: "work" },
      ],
    });
    const asked = { gprId: scene.gprId, with: gprId } as const;
    const sheet = await exportGprDiff.run(await manager(), { ...asked, as: "xlsx" });
    if (!("body" in sheet)) throw new Error("no sheet");
    const lines = readSheet(sheet.body).map((cells) => cells.join(" | "));
    expect(lines).toContain("Что изменилось | № | Название | Было | Стало");
    expect(lines).toContain("Конец объекта |  |  | 16 сентября 2026 | 21 сентября 2026");
    expect(lines).toContain("Удалена | 4 | Стекло | 31.08.2026 – 02.09.2026");
    expect(lines).toContain("Дней | 1 | Разбивка осей | 5 | 7");
    expect(lines).toContain("Ответственный | 3 | Модули | Сергей Белов | Анна Климова");
    expect(lines).toContain("После каких строк | 3 | Модули | 2 Кронштейны | 2ОН+2 Кронштейны");
    expect(lines).toContain(
      "Сдвинута, раб. дн.: +2 | 2 | Кронштейны | 05.09.2026 – 10.09.2026 | 08.09.2026 – 12.09.2026",
    );
    const paper = await exportGprDiff.run(await manager(), { ...asked, as: "pdf" });
    if (!("lines" in paper)) throw new Error("no paper");
    expect(paper.title).toBe("Лист изменений ГПР СПК Блок Б, версии 1 и 2");
    expect(paper.lines).toContain("4 Стекло · Удалена: 31.08.2026 – 02.09.2026");
  });
});

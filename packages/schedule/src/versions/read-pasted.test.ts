import { describe, expect, test } from "vitest";
import type { LinkType } from "../index.ts";
import { link } from "../testing/compute.ts";
import { readAfter, readDate, readDecimal, readDuration, readLevel } from "./pasted-cells.ts";
import { MAX_PASTED_ROWS, type PastedColumn, type PasteWords, readPastedRows } from "./read-pasted.ts";
import { version, versionRow } from "./testing/versions.ts";

const LINKS = new Map<string, LinkType>([
  ["он", "FS"],
  ["нн", "SS"],
  ["оо", "FF"],
  ["но", "SF"],
]);
const KNOWN: PasteWords = {
  columns: new Map<string, PastedColumn>([
    ["№", "number"],
    ["уровень", "level"],
    ["наименование", "name"],
    ["отдел", "department"],
    ["отвечает", "owner"],
    ["дней", "duration"],
    ["объём", "quantity"],
    ["ед.", "unit"],
    ["не ранее", "notEarlier"],
    ["после", "after"],
  ]),
  departments: new Map([
    ["монтаж", "construction"],
    ["пто", "pto"],
  ]),
  people: new Map([
    ["белов", ["belov"]],
    ["громов", ["gromov1", "gromov2"]],
  ]),
  links: LINKS,
};
const base = version([versionRow("r1"), versionRow("r2")], ["r1 FS r2"]);

function paste(text: string, content = base) {
  let keys = 0;
  const table = text.split("\n").map((row) => row.split("|"));
  const newKey = () => {
    keys += 1;
    return `n${keys}`;
  };
  return readPastedRows(table, content, KNOWN, { newKey, department: "technical" });
}

describe("rows of a spreadsheet", () => {
  test("with a heading, in any order of columns: known rows are changed in what is pasted, others are added", () => {
    const { content, problems } = paste(
      [
        "Дней|№|Наименование|Отдел|Отвечает|Объём|Ед.|Не ранее|После",
        "7 дн.|2|Модули|Монтаж|БЕЛОВ|1 152,50|шт|01.06.2026|1НН+2",
        "0|| Фасад  сдан |ПТО|||||2; 1 ОО−3",
      ].join("\n"),
    );
    expect(problems).toEqual([]);
    expect(content.rows).toEqual([
      versionRow("r1"),
      versionRow("r2", {
        name: "Модули",
        duration: 7,
        quantity: "1152.5",
        unit: "шт",
        constraint: { kind: "not_earlier", edge: "start", day: "2026-06-01" },
      }),
      versionRow("n1", { number: 3, name: "Фасад сдан", department: "pto", owner: null, duration: 0 }),
    ]);
    expect(content.links).toEqual([link("r1 SS+2 r2"), link("r2 FS n1"), link("r1 FF-3 n1")]);
  });

  test("without a heading, in the usual order; fields that are not pasted stay", () => {
    const { content, problems } = paste("Разметка|Монтаж|Белов|3\n\nМойка|||4");
    expect(problems).toEqual([]);
    expect(content.rows.slice(2)).toEqual([
      versionRow("n1", { number: 3, name: "Разметка", duration: 3 }),
      versionRow("n2", { number: 4, name: "Мойка", department: "technical", owner: null, duration: 4 }),
    ]);
    expect(content.links).toEqual(base.links);
    const renamed = paste("№|Наименование\n1|Новое имя").content.rows[0];
    expect(renamed).toEqual(versionRow("r1", { name: "Новое имя" }));
  });

  test("levels make the outline, by depth or by outline numbers; the department comes from above", () => {
    const { content, problems } = paste(
      "Уровень|Наименование|Отдел\n1|Этап|ПТО\n1.1|Работа\n1.1.1|Часть\n2|Рядом\n1|Снаружи",
    );
    expect(problems).toEqual([]);
    expect(content.rows.slice(2).map(({ key, parent, department }) => [key, parent, department])).toEqual([
      ["n1", null, "pto"],
      ["n2", "n1", "pto"],
      ["n3", "n2", "pto"],
      ["n4", "n1", "pto"],
      ["n5", null, "technical"],
    ]);
  });

  test("a known row under a new one moves behind it, and new rows take no number that is pasted", () => {
    const { content, problems } = paste("№|Уровень|Наименование\n|1|Этап\n1|2|Первая\n3|2|Третья\n|2|Ещё");
    expect(problems).toEqual([]);
    expect(content.rows.map(({ key, number, parent }) => [key, number, parent])).toEqual([
      ["r2", 2, null],
      ["n1", 4, null],
      ["r1", 1, "n1"],
      ["n2", 3, "n1"],
      ["n3", 5, "n1"],
    ]);
  });

  test("each broken cell is told by line and column", () => {
    const { problems } = paste(
      [
        "№|Уровень|Наименование|Отдел|Отвечает|Дней|Объём|Не ранее|После|Цена",
        "x|0||Бухгалтерия|Пушкин|-1|1e9|31.02.2026|5ХХ|1",
        "7|1|Строка||Громов|2,5|12,3456|скоро|99",
        "7|1|Строка||||||7",
      ].join("\n"),
    );
    expect(problems.map(({ line, column, why }) => `${line}:${column} ${why}`)).toEqual([
      "1:10 unknown_column",
      "2:1 number",
      "2:2 level",
      "2:3 name",
      "2:5 unknown_person",
      "2:8 notEarlier",
      "2:4 department",
      "2:6 duration",
      "2:7 quantity",
      "3:5 several_people",
      "3:8 notEarlier",
      "3:6 duration",
      "3:7 quantity",
      "4:1 number_twice",
      "2:9 after",
      "3:9 unknown_row",
      "4:9 unknown_row",
    ]);
    expect(problems[4]).toMatchObject({ text: "Пушкин" });
  });

  test("columns without the name, more cells than columns, more rows than are read", () => {
    expect(paste("№|Дней\n1|5").problems.map(({ why }) => why)).toEqual(["no_name_column"]);
    expect(paste("a|Монтаж|Белов|3|||1|лишнее").problems).toEqual([
      { line: 1, column: 8, text: "лишнее", why: "unknown_column" },
    ]);
    const many = paste(Array.from({ length: MAX_PASTED_ROWS + 2 }, () => "a").join("\n"));
    expect(many.problems.map(({ why }) => why)).toEqual(["too_many_rows"]);
    expect(many.content).toBe(base);
  });

  test("5,000 rows with a broken cell in each second one are read at once", () => {
    const text = Array.from(
      { length: MAX_PASTED_ROWS },
      (_, index) => `Строка ${index}|ПТО||${index % 2 ? "x5" : 5}`,
    );
    const { content, problems } = paste(text.join("\n"));
    expect(content.rows).toHaveLength(MAX_PASTED_ROWS + 2);
    expect(problems).toHaveLength(MAX_PASTED_ROWS / 2);
    expect(problems.at(-1)).toEqual({ line: MAX_PASTED_ROWS, column: 4, text: "x5", why: "duration" });
  });
});

describe("cells", () => {
  test.each([
    [
      readDuration,
      [
        ["5", 5],
        ["5 дн.", 5],
        ["0", 0],
        ["10001", null],
        ["5,5", null],
        ["-1", null],
        ["", null],
      ],
    ],
    [
      readDecimal,
      [
        ["12,5", "12.5"],
        ["1\u00a0152", "1152"],
        ["007.500", "7.5"],
        ["0", "0"],
        ["1.2345", null],
        ["NaN", null],
      ],
    ],
    [
      readDate,
      [
        ["1.6.2026", "2026-06-01"],
        ["2026-06-01", "2026-06-01"],
        ["30.02.2026", null],
        ["1.6.26", null],
      ],
    ],
    [
      readLevel,
      [
        ["1", 1],
        ["1.2.3", 3],
        ["2.", 2],
        ["0", null],
        ["21", null],
        ["а", null],
      ],
    ],
  ] as [(text: string) => unknown, [string, unknown][]][])("%o", (read, cases) => {
    for (const [text, value] of cases) expect(read(text), text).toBe(value);
  });

  test("what a row comes after", () => {
    const after = (text: string) => readAfter(text, LINKS);
    expect(after("97ОН+2 раб. дн.; 103")).toEqual([
      { number: 97, type: "FS", lag: 2 },
      { number: 103, type: "FS", lag: 0 },
    ]);
    expect(after("4 но − 1")).toEqual([{ number: 4, type: "SF", lag: -1 }]);
    expect(after("")).toEqual([]);
    expect([after("ОН+2"), after("1.5"), after("1ОН+99999")]).toEqual([null, null, null]);
  });
});

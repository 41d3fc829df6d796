import { WORKS, type Work } from "./work-plan.ts";
import { type Facade, FACADES } from "./block-b.ts";
import type { PersonCode } from "./people.ts";
import { WINDOWS, type Weeks } from "./windows.ts";

/** A row of the schedule of the object: its department as tables name it, its weeks, the work that it plans. */
export type StoryRow = {
  level: 1 | 2;
  name: string;
  department: string;
  owner: PersonCode | null;
  weeks: Weeks | null;
  work: Work | null;
  facade: Facade | null;
};

const section = (name: string, department: string, rows: readonly StoryRow[]): StoryRow[] => [
  { level: 1, name, department, owner: null, weeks: null, work: null, facade: null },
  ...rows,
];

const plain = (name: string, department: string, owner: PersonCode, weeks: Weeks): StoryRow => ({
  level: 2,
  name,
  department,
  owner,
  weeks,
  work: null,
  facade: null,
});

const SITE = "Монтаж";

const NAMES: Readonly<Record<Work, string>> = {
  ГЕО: "Геодезическая разбивка",
  БУР: "Бурение отверстий",
  "КРН-Н": "Кронштейны несущие",
  "КРН-В": "Кронштейны ветровые",
  НПР: "Направляющие",
  УТП: "Утепление",
  МОД: "Монтаж модулей",
  ГЕР: "Герметизация",
  РЕЗ: "Уплотнитель",
  КРЫ: "Нащельники и крышки",
};

const siteRows: StoryRow[] = WORKS.flatMap((code) =>
  FACADES.map((facade) => ({
    level: 2 as const,
    name: `${NAMES[code]}, ${facade}`,
    department: SITE,
    owner: "belov" as const,
    weeks: WINDOWS[code][facade],
    work: code,
    facade,
  })),
);

/** The schedule as it stands in version 2; whatever plans no volumes began long before it was signed. */
export const SCHEDULE: readonly StoryRow[] = [
  ...section("Договор", "Договорной отдел", [
    plain("Договор и график платежей", "Договорной отдел", "rozhkova", [1, 2]),
  ]),
  ...section("Дирекция", "Дирекция", [plain("Команда и площадка", "Дирекция", "demin", [1, 2])]),
  ...section("Проектирование", "Проектный отдел, ОПР", [
    plain("Основные проектные решения", "Проектный отдел, ОПР", "ryabov", [1, 4]),
    plain("КМ, альбом 1", "Проектный отдел, КМ", "orlova", [2, 8]),
    plain("КМД, модули", "Проектный отдел, КМД", "vasin", [4, 18]),
  ]),
  ...section("Снабжение", "Снабжение", [
    plain("Профильная система и стеклопакеты", "Снабжение", "gushchina", [3, 20]),
    plain("Кронштейны и анкеры", "Снабжение", "gushchina", [3, 9]),
  ]),
  ...section("Производство", "Производство", [plain("Сборка модулей", "Производство", "khomutov", [9, 24])]),
  ...section("Охрана труда", "Охрана труда", [
    plain("ППР, наряды-допуски", "Охрана труда", "zykova", [2, 4]),
  ]),
  ...section(SITE, SITE, siteRows),
  ...section("ПТО", "ПТО", [plain("Исполнительная документация", "ПТО", "klimova", [6, 27])]),
];

/** By how many working days Восток was put off in version 2. */
export const PUT_OFF = 15;
/** The row that version 2 adds behind the modules of Восток. */
export const HOIST_REMOVAL = "Снятие подъёмника";
/** Who answers for the modules of Восток since version 2. */
export const EAST_MODULES_OWNER: PersonCode = "zhilin";

/** The five signers of both objects, in the order in which they signed. */
export const SIGNERS: readonly PersonCode[] = ["demin", "chagina", "gushchina", "khomutov", "belov"];

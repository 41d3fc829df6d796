import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { type Department, DEPARTMENTS } from "@stsphera/rbac";
import type { LinkType } from "@stsphera/schedule";
import type { PastedColumn, PasteWords } from "@stsphera/schedule/versions";
import type { Member } from "./members.ts";

/** How tables head their columns, in both languages. */
const COLUMNS: Readonly<Record<PastedColumn, readonly string[]>> = {
  number: ["№", "номер", "no", "number"],
  level: ["уровень", "код", "level", "outline", "wbs"],
  name: ["название", "наименование", "наименование работ", "работа", "задача", "name", "task name"],
  department: ["отдел", "department"],
  owner: ["ответственный", "отвечает", "исполнитель", "owner", "resource names"],
  duration: ["дней", "дни", "длительность", "длительность, дн.", "duration", "days"],
  quantity: ["количество", "кол-во", "объём", "объем", "quantity"],
  unit: ["ед.", "ед. изм.", "единица", "unit"],
  notEarlier: ["начало не раньше", "не раньше", "начало", "start", "not earlier"],
  after: ["после", "предшественники", "after", "predecessors"],
};

const LINKS: Readonly<Record<string, LinkType>> = {
  он: "FS",
  нн: "SS",
  оо: "FF",
  но: "SF",
  fs: "FS",
  ss: "SS",
  ff: "FF",
  sf: "SF",
};

const lower = (text: string): string => text.normalize("NFC").trim().toLocaleLowerCase("ru");

const departments = new Map<string, Department>(
  DEPARTMENTS.flatMap((department) =>
    [department, DEPARTMENT_CAPTIONS.ru[department], DEPARTMENT_CAPTIONS.en[department]].map(
      (caption) => [lower(caption), department] as const,
    ),
  ),
);

const columns = new Map<string, PastedColumn>(
  (Object.keys(COLUMNS) as PastedColumn[]).flatMap((column) =>
    COLUMNS[column].map((caption) => [lower(caption), column] as const),
  ),
);

/** What the cells of a pasted table may say; people are named in either order, or by the surname alone. */
export function pasteWords(members: readonly Member[]): PasteWords {
  const people = new Map<string, string[]>();
  for (const { id, fullName } of members) {
    const parts = fullName.trim().split(/\s+/);
    const names = [parts.join(" "), parts.toReversed().join(" "), parts.at(-1) ?? ""].map(lower);
    for (const name of new Set(names)) {
      const known = people.get(name) ?? [];
      people.set(name, known.includes(String(id)) ? known : [...known, String(id)]);
    }
  }
  return { columns, departments, people, links: new Map(Object.entries(LINKS)) };
}

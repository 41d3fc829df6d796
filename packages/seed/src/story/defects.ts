import type { DefectSeverity } from "@stsphera/contracts/vocabulary";
import type { Facade, Floor } from "./block-b.ts";
import type { PersonCode } from "./people.ts";
import type { When } from "./story-task.ts";
import type { Work } from "./work-plan.ts";

/** A defect of the story; shifts are counted back from the day of seeding. */
export type StoryDefect = {
  no: number;
  title: string;
  severity: DefectSeverity;
  facade: Facade;
  floor: Floor;
  axes?: string;
  work: Work;
  reporter: PersonCode;
  at: When;
  assigned?: { at: When; by: PersonCode; to: PersonCode };
  started?: When;
  fixed?: When;
  verified?: { at: When; by: PersonCode };
};

/** A critical one that nobody has yet, one that waits for its check, one in work, one that is over. */
export const DEFECTS: readonly StoryDefect[] = [
  {
    no: 1,
    title: "Кронштейн 9 мм от оси",
    severity: "critical",
    facade: "Восток",
    floor: "5",
    axes: "Д–Е",
    work: "КРН-Н",
    reporter: "zhilin",
    at: [4, "16:40"],
  },
  {
    no: 2,
    title: "Шов не заполнен",
    severity: "major",
    facade: "Запад",
    floor: "3",
    work: "ГЕР",
    reporter: "klimova",
    at: [3, "10:20"],
    assigned: { at: [3, "10:50"], by: "demin", to: "belov" },
    started: [2, "09:15"],
    fixed: [1, "15:30"],
  },
  {
    no: 3,
    title: "Крышка поцарапана",
    severity: "minor",
    facade: "Запад",
    floor: "6",
    work: "КРЫ",
    reporter: "klimova",
    at: [3, "10:25"],
    assigned: { at: [3, "10:52"], by: "demin", to: "belov" },
    started: [1, "11:40"],
  },
  {
    no: 4,
    title: "Крепёж не затянут",
    severity: "minor",
    facade: "Юг",
    floor: "4",
    work: "МОД",
    reporter: "belov",
    at: [3, "12:10"],
    assigned: { at: [3, "12:14"], by: "belov", to: "akhmetov" },
    started: [3, "13:05"],
    fixed: [2, "10:30"],
    verified: { at: [2, "14:20"], by: "klimova" },
  },
];

/** Keys of its photos, before and after, the same on every day of seeding. */
export const shotKey = ({ no }: StoryDefect, when: "before" | "after"): string => `defect ${no} ${when}`;

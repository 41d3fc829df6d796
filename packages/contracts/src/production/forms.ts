import { choice, forms, line, worker } from "../forms/index.ts";
import { UNITS, WORK_GROUPS } from "../vocabulary.ts";

export type CrewCard = {
  readonly name?: string;
  readonly lead?: string;
  readonly leadUserId?: { readonly id: number; readonly fullName: string } | null;
  readonly size?: string;
};

const SIZES = Array.from({ length: 40 }, (_, at) => String(at + 1));

/** Forms of the crews of an object: who leads, how many they are, and which of them have accounts. */
export const crewForms = forms<CrewCard>()({
  create: {
    asks: [
      line("code", { max: 20 }),
      line("name", { max: 200 }),
      line("lead", { max: 80 }),
      choice("size", { options: SIZES, numeric: true }),
    ],
  },
  edit: {
    anyOne: true,
    asks: [
      line("name", { max: 200 }),
      line("lead", { max: 80 }),
      choice("size", { options: SIZES, numeric: true }),
      worker("leadUserId", "fact.enter", { optional: true }),
    ],
  },
  members: { asks: [choice("userIds", { from: "people", many: true, numeric: true, optional: true })] },
});

/** The work as its sheet shows it: what may be chosen is text. */
type WorkCard = { readonly name?: string; readonly unit?: string; readonly normHours?: string };
const YES_NO = ["yes", "no"] as const;

/** Forms of the dictionary of works. */
export const workTypeForms = forms<WorkCard>()({
  create: {
    asks: [
      line("code", { max: 20 }),
      line("name", { max: 200 }),
      choice("unit", { options: UNITS }),
      line("normHours", { max: 20 }),
      choice("requiresPhoto", { options: YES_NO }),
      choice("group", { options: WORK_GROUPS }),
    ],
  },
  edit: {
    anyOne: true,
    asks: [
      line("name", { max: 200 }),
      choice("unit", { options: UNITS }),
      line("normHours", { max: 20 }),
      choice("requiresPhoto", { options: YES_NO }),
    ],
  },
});

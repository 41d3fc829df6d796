import type { PersonCode } from "./people.ts";

export type Crew = { code: string; name: string; lead: string; size: number; leadPerson?: PersonCode };

/** Crews of the object; leads who use the system are linked to their accounts. */
export const CREWS: readonly Crew[] = [
  { code: "БР-1", name: "Геодезия", lead: "Денис Мохов", size: 2, leadPerson: "mokhov" },
  { code: "БР-2", name: "Кронштейны-1", lead: "Фарход Юсупов", size: 5 },
  { code: "БР-3", name: "Кронштейны-2", lead: "Иван Лобода", size: 4 },
  { code: "БР-4", name: "Утепление", lead: "Алишер Каримов", size: 4 },
  { code: "БР-5", name: "Модули-1", lead: "Виталий Громов", size: 8 },
  { code: "БР-6", name: "Модули-2", lead: "Рустам Ахметов", size: 7, leadPerson: "akhmetov" },
  { code: "БР-7", name: "Герметизация", lead: "Антон Сычёв", size: 8 },
];

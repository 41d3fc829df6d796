import {
  concept,
  contract,
  hiddenWork,
  material,
  records,
  safety,
  shopDrawings,
  siteEnd,
  siteStart,
  structure,
  technical,
} from "./common.ts";
import { createTemplate, type Template, type TemplateLine } from "./template.ts";

/** What distinguishes one facade system from another in its schedule. */
export type System = {
  code: string;
  name: string;
  /** What the drawings of strength are of. */
  frame: string;
  /** What shop drawings are made of, in their order. */
  pieces: readonly [string, string, string];
  /** The profile system and the infill, as they are bought. */
  profile: string;
  infill: string;
  /** Working days until the infill is delivered. */
  infillDelivery: number;
  /** How people reach the facade. */
  access: string;
  /** Rows of the plant, p1…; of the site between scaffolding and the last hand-over, x1…x14. */
  production: readonly TemplateLine[];
  site: readonly TemplateLine[];
  /** Six hidden works, each after the rows that finish it. */
  hidden: readonly (readonly [name: string, after: string])[];
};

/** The whole template of a system, in the order of departments. */
export function assemble(system: System): Template {
  const supply: TemplateLine[] = [
    ...material(1, system.profile, 5, 30, "m6, c4"),
    ...material(2, "Кронштейны", 4, 20, "m6, c4"),
    ...material(3, system.infill, 7, system.infillDelivery, "d8"),
    ...material(4, "Анкеры", 3, 10, "m3, c4"),
    ...material(5, "Утеплитель", 4, 15, "o10, c4"),
    ...material(6, "Герметик и уплотнители", 4, 20, "d8"),
    ...material(7, "Крепёж", 3, 15, "d8"),
    ...material(8, system.access, 5, 12, "t7, c4"),
    ["s17", "Входной контроль первой партии", 2, "s2, s4"],
  ];
  return createTemplate(system.code, system.name, [
    contract,
    technical,
    concept,
    structure(system.frame),
    shopDrawings(system.pieces),
    { department: "supply", name: "Снабжение", lines: supply },
    { department: "production", name: "Производство", lines: system.production },
    safety,
    { department: "construction", name: "Монтаж", lines: [...siteStart, ...system.site, ...siteEnd] },
    {
      department: "pto",
      name: "ПТО",
      lines: [
        ...system.hidden.flatMap(([name, after], index) => hiddenWork(index + 1, name, after)),
        ...records,
      ],
    },
  ]);
}

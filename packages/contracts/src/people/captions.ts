import type { Department, Role } from "@stsphera/rbac";
import type { Locale } from "../vocabulary.ts";

type Captions<Code extends string> = Readonly<Record<Locale, Readonly<Record<Code, string>>>>;

/** How a role is called, of a person and on an object: in the bot and in the Mini App alike. */
export const ROLE_CAPTIONS: Captions<Role> = {
  ru: {
    admin: "Администратор",
    director: "Генеральный директор",
    curator: "Куратор",
    project_manager: "Руководитель проекта (РП)",
    design_head: "Руководитель проектного отдела",
    designer_opr: "Конструктор ОПР",
    designer_km: "Конструктор КМ",
    designer_kmd: "Конструктор КМД",
    supply: "Специалист снабжения",
    production: "Специалист производства",
    construction_itr: "Прораб (ИТР)",
    safety: "Специалист по охране труда",
    pto: "Инженер ПТО",
    contract: "Специалист договорного отдела",
    geodesist: "Геодезист",
    installer: "Монтажник",
    viewer: "Наблюдатель",
  },
  en: {
    admin: "Administrator",
    director: "General director",
    curator: "Curator",
    project_manager: "Project manager",
    design_head: "Head of design",
    designer_opr: "Concept designer",
    designer_km: "Structural designer",
    designer_kmd: "Shop-drawing designer",
    supply: "Supply specialist",
    production: "Production specialist",
    construction_itr: "Foreman",
    safety: "Safety specialist",
    pto: "Technical office engineer",
    contract: "Contract specialist",
    geodesist: "Surveyor",
    installer: "Installer",
    viewer: "Observer",
  },
};

/** How a department is called. */
export const DEPARTMENT_CAPTIONS: Captions<Department> = {
  ru: {
    contract: "Договорной отдел",
    technical: "Дирекция",
    design_opr: "Проектный отдел, ОПР",
    design_km: "Проектный отдел, КМ",
    design_kmd: "Проектный отдел, КМД",
    supply: "Снабжение",
    production: "Производство",
    safety: "Охрана труда",
    construction: "Монтаж",
    pto: "ПТО",
  },
  en: {
    contract: "Contracts",
    technical: "Management",
    design_opr: "Design, concept",
    design_km: "Design, structures",
    design_kmd: "Design, shop drawings",
    supply: "Supply",
    production: "Production",
    safety: "Safety",
    construction: "Site works",
    pto: "Technical office",
  },
};

type Keyed<Prefix extends string, Code extends string> = Readonly<Record<`${Prefix}.${Code}`, string>>;

/** Captions as flat keys of a dictionary of texts: `role.admin`. */
export const keyed = <const Prefix extends string, Code extends string>(
  prefix: Prefix,
  captions: Readonly<Record<Code, string>>,
): Keyed<Prefix, Code> =>
  Object.fromEntries(Object.entries(captions).map(([code, text]) => [`${prefix}.${code}`, text])) as Keyed<
    Prefix,
    Code
  >;

import type { Role } from "@stsphera/rbac";
import type { Locale } from "@stsphera/contracts/vocabulary";

/** Captions of a person's role. */
export const roleCaptions: Readonly<Record<Locale, Readonly<Record<Role, string>>>> = {
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
    designer_opr: "Designer, OPR",
    designer_km: "Designer, KM",
    designer_kmd: "Designer, KMD",
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

const ru = {
  departments: {
    contract: "Договорной отдел",
    technical: "Технический отдел",
    design_opr: "Проектный отдел ОПР",
    design_km: "Проектный отдел КМ",
    design_kmd: "Проектный отдел КМД",
    supply: "Снабжение",
    production: "Производство",
    safety: "Охрана труда",
    construction: "Строительный отдел",
    pto: "ПТО",
    none: "Вне отделов",
  },
  adminTitle: "Администратор может всё",
  adminLine: (name: string) =>
    `${name} сможет открывать и закрывать доступ, менять роли, видеть деньги и журнал всей компании. Сделать администратором?`,
  adminYes: "Да, сделать администратором",
  adminNo: "Другая роль",
};

const en: typeof ru = {
  departments: {
    contract: "Contracts",
    technical: "Technical department",
    design_opr: "Design OPR",
    design_km: "Design KM",
    design_kmd: "Design KMD",
    supply: "Supply",
    production: "Production",
    safety: "Safety",
    construction: "Construction",
    pto: "Technical office",
    none: "Outside departments",
  },
  adminTitle: "An administrator may do everything",
  adminLine: (name) =>
    `${name} will open and close access, change roles, see money and the log of the whole company. Make an administrator?`,
  adminYes: "Yes, make an administrator",
  adminNo: "Another role",
};

export const roleWords = { ru, en };

import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";

const ru = {
  departments: { ...DEPARTMENT_CAPTIONS.ru, none: "Вне отделов" },
  adminTitle: "Администратор может всё",
  adminLine: (name: string) =>
    `${name} сможет открывать и закрывать доступ, менять роли, видеть деньги и журнал всей компании. Сделать администратором?`,
  adminYes: "Да, сделать администратором",
  adminNo: "Другая роль",
};

const en: typeof ru = {
  departments: { ...DEPARTMENT_CAPTIONS.en, none: "Outside departments" },
  adminTitle: "An administrator may do everything",
  adminLine: (name) =>
    `${name} will open and close access, change roles, see money and the log of the whole company. Make an administrator?`,
  adminYes: "Yes, make an administrator",
  adminNo: "Another role",
};

export const roleWords = { ru, en };

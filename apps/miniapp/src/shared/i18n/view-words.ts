const ru = {
  title: "Посмотреть как…",
  line: "Всё, что видит эта роль. Записать в чужой роли ничего нельзя",
  open: "Посмотреть как…",
  choose: "выбрать роль",
  viewing: (role: string) => `Смотрите как: ${role}`,
  leave: "Выйти",
};

const en: typeof ru = {
  title: "View as…",
  line: "All that this role sees. Nothing can be written meanwhile",
  open: "View as…",
  choose: "choose a role",
  viewing: (role) => `Viewing as: ${role}`,
  leave: "Leave",
};

export const viewWords = { ru, en };

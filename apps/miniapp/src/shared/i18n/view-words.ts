const ru = {
  title: "Посмотреть как…",
  line: "Всё, что видит эта роль. Записать в чужой роли ничего нельзя",
  open: "Посмотреть как…",
  choose: "выбрать роль",
  viewing: (role: string) => `Смотрите как: ${role}`,
  leave: "Выйти",
  noOwn: "Здесь было бы своё",
  noOwnLine: "Роль – не человек: своих уведомлений, записей и дел у неё нет, а ваши здесь не показываются",
};

const en: typeof ru = {
  title: "View as…",
  line: "All that this role sees. Nothing can be written meanwhile",
  open: "View as…",
  choose: "choose a role",
  viewing: (role) => `Viewing as: ${role}`,
  leave: "Leave",
  noOwn: "A person's own things would be here",
  noOwnLine:
    "A role is nobody: it has no notifications, entries or tasks of its own, and yours are not shown here",
};

export const viewWords = { ru, en };

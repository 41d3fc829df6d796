import { plural } from "../../shared/i18n/plural.ts";

const tasks = (count: number) =>
  `${count} ${plural(count, "ru", { one: "открытая задача", few: "открытые задачи", other: "открытых задач" })}`;

const ru = {
  title: "Команда",
  people: (count: number) =>
    `${count} ${plural(count, "ru", { one: "человек", few: "человека", other: "человек" })}`,
  empty: "В команде пока никого нет",
  nobodyConfirms: "Подтвердить записи РП некому: добавьте ПТО или второго РП. Пока это может администратор",
  add: "Добавить",
  invite: "Пригласить ссылкой",
  links: "Приглашения",
  change: "Роли",
  changeOf: (name: string) => `Роли: ${name}`,
  deputy: "Заместитель",
  deputyOf: (name: string) => `Заместитель: ${name}`,
  nameDeputy: "Назначить",
  deputyNamed: "Заместитель назначен",
  remove: "Убрать",
  removeOf: (name: string) => `Убрать: ${name}`,
  tasks,
  late: (count: number) => `просрочено ${count}`,
  noTasks: "Открытых задач нет",
  standsIn: (name: string, from: string, to: string) =>
    from === to ? `Замещает ${name}: ${from}` : `Замещает ${name}: с ${from} по ${to}`,
  observer: "Наблюдатель в компании: прав на объекте нет, кроме просмотра",
  closed: "Доступ закрыт",
  whom: "Кого добавить?",
  search: "Имя или фамилия",
  nobody: "Никого не нашли",
  nobodyLine: "Измените слова или пригласите человека ссылкой",
  inTeam: "уже в команде",
  whichRoles: "В каких ролях?",
  several: "Можно несколько",
  save: "Сохранить",
  noRole: "Отметьте хотя бы одну роль",
  added: (name: string) => `В команде: ${name}`,
  changed: "Роли сохранены",
  removed: (name: string) => `Больше не в команде: ${name}`,
  back: "Вернуть",
  restored: "Возвращено",
  zonesToWhom: (count: number, names: string) =>
    `${count === 1 ? "Захватка" : "Захватки"} ${names}: передать кому?`,
  zonesToNobody: "Оставить без прораба: будет ждать вас в «Ждут вас»",
  removeTitle: "Убрать из команды?",
  removeLine:
    "Роли на объекте закончатся, ссылки и замещения от этих ролей закроются. Записи и история останутся.",
};

const en: typeof ru = {
  title: "Team",
  people: (count) => `${count} ${count === 1 ? "person" : "people"}`,
  empty: "Nobody is in the team yet",
  nobodyConfirms:
    "Nobody may confirm the project manager's entries: add PTO or a second project manager. Until then an administrator may",
  add: "Add",
  invite: "Invite by a link",
  links: "Invitations",
  change: "Roles",
  changeOf: (name) => `Roles: ${name}`,
  deputy: "Deputy",
  deputyOf: (name) => `Deputy: ${name}`,
  nameDeputy: "Name",
  deputyNamed: "The deputy is named",
  remove: "Remove",
  removeOf: (name) => `Remove: ${name}`,
  tasks: (count) => `${count} open ${count === 1 ? "task" : "tasks"}`,
  late: (count) => `${count} overdue`,
  noTasks: "No open tasks",
  standsIn: (name, from, to) =>
    from === to ? `Deputy ${name}: ${from}` : `Deputy ${name}: ${from} to ${to}`,
  observer: "An observer of the company: may only look here",
  closed: "Access is closed",
  whom: "Whom to add?",
  search: "Name or surname",
  nobody: "Nobody was found",
  nobodyLine: "Change the words, or invite the person by a link",
  inTeam: "in the team already",
  whichRoles: "In which roles?",
  several: "Several are possible",
  save: "Save",
  noRole: "Tick at least one role",
  added: (name) => `In the team: ${name}`,
  changed: "The roles are saved",
  removed: (name) => `No longer in the team: ${name}`,
  back: "Put back",
  restored: "Put back",
  zonesToWhom: (count, names) => `${count === 1 ? "Zone" : "Zones"} ${names}: give to whom?`,
  zonesToNobody: "Leave without a foreman: it will wait for you",
  removeTitle: "Remove from the team?",
  removeLine:
    "The roles on this object end, so do links and deputies that stood on them. Entries and history stay.",
};

export const teamWords = { ru, en };

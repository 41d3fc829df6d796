import { plural } from "../../shared/i18n/plural.ts";

const ru = {
  title: "Объекты",
  extras: "Доп. работы всех объектов",
  search: "Название, адрес или код",
  filters: "Отбор и порядок",
  state: "Состояние",
  states: { current: "Все текущие", archive: "Архив" },
  type: "Фасад",
  types: { any: "Любой фасад", nvf: "НВФ", spk: "СПК", spk_modular: "СПК модульный" },
  sort: "Порядок",
  sorts: { name: "По названию", deadline: "По сроку" },
  overdue: (count: number) =>
    `${plural(count, "ru", { one: "просрочена", few: "просрочены", other: "просрочено" })} ${count} ${plural(count, "ru", { one: "задача", few: "задачи", other: "задач" })}`,
  empty: "Вас ещё не добавили ни на один объект",
  emptyLine: "Добавляет руководитель проекта, придёт уведомление",
  whoAdds: "Руководители проектов",
  emptyFiltered: "Ничего не нашли",
  emptyFilteredLine: "Измените слова или отбор",
};

const en: typeof ru = {
  title: "Objects",
  extras: "Extra works of all objects",
  search: "Name, address or code",
  filters: "Filters and order",
  state: "State",
  states: { current: "All current", archive: "Archive" },
  type: "Facade",
  types: { any: "Any facade", nvf: "Ventilated", spk: "Curtain wall", spk_modular: "Unitised" },
  sort: "Order",
  sorts: { name: "By name", deadline: "By deadline" },
  overdue: (count) => `${count} ${count === 1 ? "task" : "tasks"} overdue`,
  empty: "You are not on any object yet",
  emptyLine: "The project manager adds you; you will be told",
  whoAdds: "Project managers",
  emptyFiltered: "Nothing was found",
  emptyFilteredLine: "Change the words or the filters",
};

export const objectsWords = { ru, en };

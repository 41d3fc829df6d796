import { ACTS } from "@stsphera/contracts/audit/words";

const ru = {
  kinds: { label: "Что", all: "Всё", facts: "Факт", tasks: "Задачи", objects: "Объекты", people: "Люди" },
  objects: { label: "Объект", all: "Все объекты" },
  onBehalf: (name: string) => `по замещению: ${name}`,
  empty: "Действий пока нет",
  emptyLine: "Всё, что вы записали, решили и поменяли, появится здесь",
  emptyFiltered: "По этому отбору ничего нет",
  acts: ACTS.ru,
  things: {
    facts: "Действие с фактом",
    tasks: "Действие с задачей",
    objects: "Действие с объектом",
    people: "Действие с доступом",
    other: "Действие",
  },
};

const en: typeof ru = {
  kinds: { label: "What", all: "All", facts: "Facts", tasks: "Tasks", objects: "Objects", people: "People" },
  objects: { label: "Object", all: "Every object" },
  onBehalf: (name) => `standing in for ${name}`,
  empty: "Nothing done yet",
  emptyLine: "What you enter, decide and change appears here",
  emptyFiltered: "Nothing with these filters",
  acts: ACTS.en,
  things: {
    facts: "Something with a fact",
    tasks: "Something with a task",
    objects: "Something with an object",
    people: "Something with access",
    other: "An action",
  },
};

export const activityWords = { ru, en };

const ru = {
  title: "Замещение",
  label: "Замещение",
  nobody: "назначить",
  named: (period: string, name: string) => `${period}: ${name}`,
  myDeputy: (name: string) => `Вас заменяет ${name}`,
  iStandIn: (name: string) => `Вы заменяете: ${name}`,
  everywhere: "На всех объектах",
  states: { upcoming: "Впереди", current: "Сейчас", over: "Закончилось" },
  byOther: (name: string) => `назначил ${name}`,
  name: "Назначить заместителя",
  send: "Назначить",
  end: "Завершить",
  hint: "Заместитель решает за вас в эти дни; в журнале записаны оба",
  empty: "Заместителя нет",
  emptyLine: "Уходите в отпуск? Назначьте, кто решает за вас: ваши задачи и согласования не встанут",
};

const en: typeof ru = {
  title: "Deputies",
  label: "Deputy",
  nobody: "name one",
  named: (period, name) => `${period}: ${name}`,
  myDeputy: (name) => `${name} stands in for you`,
  iStandIn: (name) => `You stand in for ${name}`,
  everywhere: "On every object",
  states: { upcoming: "Ahead", current: "Now", over: "Over" },
  byOther: (name) => `named by ${name}`,
  name: "Name a deputy",
  send: "Name",
  end: "End",
  hint: "A deputy decides for you on these days; the log names both of you",
  empty: "No deputy",
  emptyLine: "Going on leave? Name who decides for you, so that your tasks and approvals go on",
};

export const deputyWords = { ru, en };

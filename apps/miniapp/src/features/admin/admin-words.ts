const ru = {
  title: "Управление системой",
  open: "Открыть",
  sections: "Разделы",
  people: "Люди и доступ",
  health: "Здоровье системы",
  messages: "Недошедшие сообщения",
  roles: "Роли и права",
  audit: "Журнал изменений",
  works: "Виды работ",
  calendars: "Календари",
};

const en: typeof ru = {
  title: "Running the system",
  open: "Open",
  sections: "Sections",
  people: "People and access",
  health: "Health of the system",
  messages: "Failed messages",
  roles: "Roles and rights",
  audit: "Audit log",
  works: "Kinds of work",
  calendars: "Calendars",
};

export const adminWords = { ru, en };

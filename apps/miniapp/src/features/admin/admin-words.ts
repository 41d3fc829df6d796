const ru = {
  title: "Управление системой",
  open: "Открыть",
  sections: "Разделы",
  people: "Люди и доступ",
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
  roles: "Roles and rights",
  audit: "Audit log",
  works: "Kinds of work",
  calendars: "Calendars",
};

export const adminWords = { ru, en };

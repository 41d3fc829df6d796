export const user = {
  id: 12,
  telegramId: "1000011",
  fullName: "Сергей Белов",
  role: "construction_itr",
  department: "construction",
  locale: "ru",
  timeZone: "Europe/Moscow",
  status: "active",
};

export const userRow = { ...user, createdAt: "2026-09-01T06:30:00.000Z", version: 1 };

export const userCard = {
  ...userRow,
  phone: "+79991234567",
  username: "sbelov",
  can: { moveTo: ["deactivated"], changeRole: true },
};

export const me = {
  user,
  permissions: ["org.view", "profile.edit", "notifications.own", "delegation.own"],
  objects: [
    {
      id: 3,
      name: "СПК Блок Б",
      roles: ["construction_itr"],
      permissions: ["object.view", "fact.view", "fact.enter"],
      today: "2026-09-08",
    },
  ],
};

/** A demo user's Telegram account. */
export type Person = {
  id: number;
  firstName: string;
  lastName: string;
  username: string;
  /** Code of the company role; `null` for the stranger. */
  role: string | null;
  phone: string;
  /** Whether the user has pressed Start before the sandbox is first opened. */
  started: boolean;
};

type Row = [id: number, role: string | null, firstName: string, lastName: string, username: string];

const rows: Row[] = [
  [1000001, "admin", "Олег", "Тихонов", "otihonov"],
  [1000002, "director", "Виктор", "Самарин", "vsamarin"],
  [1000003, "curator", "Ирина", "Ланская", "ilanskaya"],
  [1000004, "project_manager", "Максим", "Дёмин", "mdemin"],
  [1000005, "design_head", "Елена", "Чагина", "echagina"],
  [1000006, "designer_opr", "Павел", "Рябов", "pryabov"],
  [1000007, "designer_km", "Юлия", "Орлова", "yorlova"],
  [1000008, "designer_kmd", "Кирилл", "Васин", "kvasin"],
  [1000009, "supply", "Марина", "Гущина", "mgushchina"],
  [1000010, "production", "Андрей", "Хомутов", "ahomutov"],
  [1000011, "construction_itr", "Сергей", "Белов", "sbelov"],
  [1000012, "safety", "Тамара", "Зыкова", "tzykova"],
  [1000013, "pto", "Анна", "Климова", "aklimova"],
  [1000014, "contract", "Светлана", "Рожкова", "srozhkova"],
  [1000015, "geodesist", "Денис", "Мохов", "dmohov"],
  [1000016, "installer", "Рустам", "Ахметов", "rahmetov"],
  [1000017, "viewer", "Игорь", "Паншин", "ipanshin"],
  [1000018, "construction_itr", "Николай", "Жилин", "nzhilin"],
  [1000098, null, "Тимур", "Гайнов", "tgaynov"],
  [1000099, null, "Вадим", "Ершов", "vershov"],
];

/** Demo users in the order of the roles, the second foreman, and two strangers who have not pressed Start. */
export const people: readonly Person[] = rows.map(([id, role, firstName, lastName, username]) => ({
  id,
  firstName,
  lastName,
  username,
  role,
  phone: `+7999${id}`,
  started: role !== null,
}));

const byId = new Map(people.map((person) => [person.id, person]));

export function findPerson(id: number): Person | undefined {
  return byId.get(id);
}

import type { Role } from "@stsphera/rbac";

export type PersonCode =
  | "tikhonov"
  | "samarin"
  | "lanskaya"
  | "demin"
  | "chagina"
  | "ryabov"
  | "orlova"
  | "vasin"
  | "gushchina"
  | "khomutov"
  | "belov"
  | "zykova"
  | "klimova"
  | "rozhkova"
  | "mokhov"
  | "akhmetov"
  | "panshin"
  | "zhilin";

export type Person = { telegramId: string; role: Role; fullName: string; username: string; phone: string };

const person = (telegramId: string, role: Role, fullName: string, username: string): Person => ({
  telegramId,
  role,
  fullName,
  username,
  phone: `+7999${telegramId}`,
});

/** Users of the system in the order they registered; Олег Тихонов, the admin, approves the others. */
export const PEOPLE: Readonly<Record<PersonCode, Person>> = {
  tikhonov: person("1000001", "admin", "Олег Тихонов", "otihonov"),
  samarin: person("1000002", "director", "Виктор Самарин", "vsamarin"),
  lanskaya: person("1000003", "curator", "Ирина Ланская", "ilanskaya"),
  demin: person("1000004", "project_manager", "Максим Дёмин", "mdemin"),
  chagina: person("1000005", "design_head", "Елена Чагина", "echagina"),
  ryabov: person("1000006", "designer_opr", "Павел Рябов", "pryabov"),
  orlova: person("1000007", "designer_km", "Юлия Орлова", "yorlova"),
  vasin: person("1000008", "designer_kmd", "Кирилл Васин", "kvasin"),
  gushchina: person("1000009", "supply", "Марина Гущина", "mgushchina"),
  khomutov: person("1000010", "production", "Андрей Хомутов", "ahomutov"),
  belov: person("1000011", "construction_itr", "Сергей Белов", "sbelov"),
  zykova: person("1000012", "safety", "Тамара Зыкова", "tzykova"),
  klimova: person("1000013", "pto", "Анна Климова", "aklimova"),
  rozhkova: person("1000014", "contract", "Светлана Рожкова", "srozhkova"),
  mokhov: person("1000015", "geodesist", "Денис Мохов", "dmohov"),
  akhmetov: person("1000016", "installer", "Рустам Ахметов", "rahmetov"),
  panshin: person("1000017", "viewer", "Игорь Паншин", "ipanshin"),
  zhilin: person("1000018", "construction_itr", "Николай Жилин", "nzhilin"),
};

export const PERSON_CODES = Object.keys(PEOPLE) as PersonCode[];

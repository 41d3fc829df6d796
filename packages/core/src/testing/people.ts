import type { UserStatus } from "@stsphera/contracts/vocabulary";
import { type Database, schema } from "@stsphera/db";
import { type Role, ROLE_CODES, type UserActor } from "@stsphera/rbac";
import { loadActor } from "../domains/people/index.ts";
import { writeUserDecisions } from "../domains/people/user-decisions.ts";

/** One name per role, in the order of the roles. */
const NAMES = [
  "Пётр Тихонов",
  "Андрей Громов",
  "Ирина Лаптева",
  "Олег Дёмин",
  "Мария Седова",
  "Игорь Панин",
  "Вера Носова",
  "Глеб Рожков",
  "Нина Гущина",
  "Павел Хомутов",
  "Сергей Белов",
  "Юрий Кротов",
  "Анна Климова",
  "Дарья Орлова",
  "Денис Мохов",
  "Фарход Юсупов",
  "Лев Зимин",
] as const;

type NewPerson = { telegramId: string; fullName: string; role: Role | null; status: UserStatus };

/** One active user per role: Telegram ids 1000001 to 1000017. */
export function oneUserPerRole(): NewPerson[] {
  return ROLE_CODES.map((role, at) => ({
    telegramId: String(1_000_001 + at),
    fullName: NAMES[at] ?? role,
    role,
    status: "active",
  }));
}

/** Inserts users directly into the table; registration is tested elsewhere. */
export async function insertPeople(db: Database, people: readonly NewPerson[], now: Date): Promise<number[]> {
  const rows = await db.orm
    .insert(schema.users)
    .values(people.map((person) => ({ ...person, createdAt: now })))
    .returning();
  const waiting = rows.filter(({ status }) => status === "pending");
  if (waiting.length > 0)
    await db.orm.transaction(async (tx) => {
      for (const row of waiting) await writeUserDecisions(tx, row);
    });
  return rows.map((row) => row.id);
}

/** Loads the user as an actor from the database. */
export async function actorOf(
  db: Database,
  who: { telegramId: string } | { userId: number },
  now: Date,
): Promise<UserActor> {
  const actor = await loadActor(db, who, now);
  if (actor === null) throw new Error("nobody has this id");
  return actor;
}

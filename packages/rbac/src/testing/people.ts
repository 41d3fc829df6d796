import type { UserActor } from "../actor.ts";
import type { Role } from "../roles.ts";

/** The object of the tests, and one where no test user is a member. */
export const HERE = 12;
export const ELSEWHERE = 13;

/** An active user with a company role, and with the given roles on the object HERE. */
export function person(
  role: Role | null,
  rolesHere: readonly Role[] = [],
  more: Partial<UserActor> = {},
): UserActor {
  return {
    kind: "user",
    id: 1,
    telegramId: "1000001",
    role,
    status: "active",
    objectRoles: rolesHere.length > 0 ? { [HERE]: rolesHere } : {},
    fullName: "Сергей Белов",
    locale: "ru",
    timeZone: "Europe/Moscow",
    ...more,
  };
}

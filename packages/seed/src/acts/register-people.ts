import { changeUserStatus, getUser, registerUser } from "@stsphera/core";
import { type Day, moment } from "../stage/days.ts";
import type { Stage } from "../stage/stage.ts";
import { PEOPLE, PERSON_CODES, type PersonCode } from "../story/people.ts";

export type UserIds = Readonly<Record<PersonCode, number>>;

/**
 * Everybody registers with the bot in the morning, and the admin approves them. Existing accounts are left as they are.
 */
export async function registerPeople(stage: Stage, day: Day): Promise<UserIds> {
  const ids: Partial<Record<PersonCode, number>> = {};
  for (const [at, code] of PERSON_CODES.entries()) {
    const { telegramId, fullName, phone, username } = PEOPLE[code];
    const ctx = stage.asJob("registration", moment(day, "09:00", at * 200));
    const asked = {
      telegramId,
      fullName,
      phone,
      username,
      asAdmin: code === "tikhonov",
      consent: "chat",
    } as const;
    ids[code] = (await registerUser.run(ctx, asked)).id;
  }
  const users = ids as Record<PersonCode, number>;
  for (const [at, code] of PERSON_CODES.entries()) {
    const ctx = await stage.as("tikhonov", moment(day, "10:30", at * 40));
    const { status, version } = await getUser.run(ctx, { userId: users[code] });
    if (status !== "pending") continue;
    await changeUserStatus.run(ctx, { userId: users[code], to: "active", role: PEOPLE[code].role, version });
  }
  return users;
}

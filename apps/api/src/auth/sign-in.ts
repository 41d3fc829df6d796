import { type Context, DomainError, findAccount, keptInvitation, registerUser } from "@stsphera/core";
import type { UserSummary } from "@stsphera/contracts";
import { type InitDataUser, verifyInitData } from "@stsphera/telegram";

export type SignInSettings = { botToken: string; adminTelegramIds: ReadonlySet<string> };
type World = Pick<Context, "db" | "now" | "requestId" | "warn">;

/**
 * The person behind the Mini App's `initData`. Throws unauthenticated when the data is not signed by Telegram or is
 * older than an hour.
 */
export function identify({ botToken }: SignInSettings, { now }: World, initData: string): InitDataUser {
  const check = verifyInitData(initData, botToken, now);
  if (!check.ok) throw new DomainError("unauthenticated", { sentence: `init_data_${check.reason}` });
  return check.user;
}

/** The account of a person of Telegram. Throws unauthenticated for persons without an account, and for accounts without access. */
export async function signInByTelegram(
  settings: SignInSettings,
  world: World,
  user: InitDataUser,
): Promise<UserSummary> {
  const known = await findAccount(world, user.id);
  if (known === null) throw new DomainError("unauthenticated", { sentence: "not_registered" });
  const letsIn = known.status === "pending" && settings.adminTelegramIds.has(user.id);
  return withAccess(letsIn ? await register(settings, world, user, { fullName: known.fullName }) : known);
}

/** Registers a person of Telegram by what they said of themselves, or lets a refused one ask again. */
export async function registerByTelegram(
  settings: SignInSettings,
  world: World,
  user: InitDataUser,
  said: { fullName: string; phone?: string | undefined },
): Promise<UserSummary> {
  const invitation = await keptInvitation(world.db, user.id);
  return withAccess(
    await register(settings, world, user, { ...said, ...(invitation === null ? {} : { invitation }) }),
  );
}

function register(
  { adminTelegramIds }: SignInSettings,
  world: World,
  { id, username, languageCode }: InitDataUser,
  { phone, ...said }: { fullName: string; phone?: string | undefined; invitation?: string },
): Promise<UserSummary> {
  const context: Context = { ...world, actor: { kind: "system", job: "registration", permissions: [] } };
  return registerUser.run(context, {
    telegramId: id,
    ...said,
    locale: languageCode?.startsWith("en") === true ? "en" : "ru",
    asAdmin: adminTelegramIds.has(id),
    consent: "app",
    again: true,
    ...(phone === undefined ? {} : { phone }),
    ...(username === undefined ? {} : { username: username.slice(0, 64) }),
  });
}

function withAccess(user: UserSummary): UserSummary {
  if (user.status === "active" || user.status === "pending") return user;
  const sentence = user.status === "rejected" ? "access_refused" : "access_closed";
  throw new DomainError("unauthenticated", { sentence });
}

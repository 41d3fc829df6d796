import { type Context, DomainError, registerUser } from "@stsphera/core";
import type { UserSummary } from "@stsphera/contracts";
import { type InitDataUser, verifyInitData } from "@stsphera/telegram";

export type SignInSettings = { botToken: string; adminTelegramIds: ReadonlySet<string> };

const NAME_LENGTH = 80;

/**
 * The person behind `initData` of the Mini App: one the system knows, or a newcomer, who is registered and waits.
 * Throws unauthenticated for data that is not Telegram's of this hour, and for an account without access.
 */
export async function signInByTelegram(
  settings: SignInSettings,
  world: Pick<Context, "db" | "now" | "requestId" | "warn">,
  initData: string,
): Promise<UserSummary> {
  const check = verifyInitData(initData, settings.botToken, world.now);
  if (!check.ok) throw new DomainError("unauthenticated", { sentence: `init_data_${check.reason}` });
  const { id, username, languageCode } = check.user;
  const context: Context = { ...world, actor: { kind: "system", job: "registration", permissions: [] } };
  const user = await registerUser.run(context, {
    telegramId: id,
    fullName: nameOf(check.user),
    locale: languageCode?.startsWith("en") === true ? "en" : "ru",
    asAdmin: settings.adminTelegramIds.has(id),
    ...(username === undefined ? {} : { username: username.slice(0, 64) }),
  });
  if (user.status === "active" || user.status === "pending") return user;
  throw new DomainError("unauthenticated", { sentence: "access_closed" });
}

/** Telegram lets people call themselves anything; the database does not take every character. */
function nameOf({ id, firstName, lastName, username }: InitDataUser): string {
  const clean = (text: string | undefined) =>
    (text ?? "")
      .toWellFormed()
      .replace(/[\p{C}\s]+/gu, " ")
      .trim()
      .slice(0, NAME_LENGTH)
      .trim()
      .toWellFormed();
  return clean(`${firstName} ${lastName ?? ""}`) || clean(username) || `Telegram ${id}`;
}

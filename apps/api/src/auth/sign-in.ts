import { type Context, DomainError, registerUser } from "@stsphera/core";
import type { UserSummary } from "@stsphera/contracts";
import { type InitDataUser, verifyInitData } from "@stsphera/telegram";

export type SignInSettings = { botToken: string; adminTelegramIds: ReadonlySet<string> };

const NAME_LENGTH = 80;

/**
 * The user behind the Mini App's `initData`; an unknown one is registered with a pending account. Throws
 * unauthenticated when the data is not signed by Telegram or is older than an hour, and for accounts without access.
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

/** Telegram allows any characters in names, PostgreSQL does not. */
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

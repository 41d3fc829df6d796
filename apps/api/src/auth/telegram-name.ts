import { isLegible } from "@stsphera/contracts";
import { cutText, withoutHidden } from "@stsphera/contracts/format";
import type { InitDataUser } from "@stsphera/telegram";

const NAME_LENGTH = 80;
const LONE_SURROGATE = /\p{Cs}/gu;

type Named = Pick<InitDataUser, "firstName" | "lastName" | "username">;

/**
 * The person's name in Telegram, which allows any characters; PostgreSQL does not. The username where the name cannot
 * be read; null without both.
 */
export function nameOf({ firstName, lastName, username }: Named): string | null {
  const words = withoutHidden(`${firstName} ${lastName ?? ""}`.replace(LONE_SURROGATE, " ")).split(/\s+/);
  const name = words.filter((word) => isLegible(word)).join(" ");
  return cutText(name, NAME_LENGTH).trim() || (username ?? null);
}

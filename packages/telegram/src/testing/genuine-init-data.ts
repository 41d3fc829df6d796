import { createHmac } from "node:crypto";
import type { Random } from "./random.ts";

export type Fields = Readonly<Record<string, string>>;

export const FORGERY_TOKEN = "7000000001:AAStsphera-test-vector-token-000000";
export const FORGERY_NOW = new Date("2026-09-08T07:00:00.000Z");

const NAMES = [
  "Сергей",
  "Анна-Мария",
  "Ольга & Ко",
  "A=B",
  "100% Вадим",
  "Юсуп+",
  'Ли "Кран"',
  "🏗 Пётр",
  "x\\ny",
];

/** Fields as Telegram passes them to a Mini App, of a user with an id from 6000000 on. */
export function genuineFields(random: Random, now: Date, ageSeconds = random.below(3500)): Fields {
  const user = {
    id: 6_000_000 + random.below(900_000),
    first_name: random.pick(NAMES),
    last_name: random.pick(NAMES),
    language_code: random.pick(["ru", "en"]),
    allows_write_to_pm: true,
  };
  const optional: Record<string, string> = {
    query_id: `AAF${random.below(1e9).toString(36)}`,
    start_param: `o${random.below(90) + 1}_fact`,
    chat_instance: `-${random.below(1e9)}`,
    signature: `s_-${random.below(1e9).toString(36)}`,
  };
  const kept = Object.entries(optional).filter(() => random.below(4) > 0);
  const auth_date = String(Math.floor(now.getTime() / 1000) - ageSeconds);
  return { auth_date, user: JSON.stringify(user), ...Object.fromEntries(kept) };
}

type Signing = { token: string; key?: (token: string) => Buffer };

const webAppKey = (token: string): Buffer => createHmac("sha256", "WebAppData").update(token).digest();

/** The hash of fields, implemented independently of the tested code; `key` simulates likely mistakes. */
export function hashOfFields(fields: Fields, { token, key = webAppKey }: Signing): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return createHmac("sha256", key(token)).update(lines.toSorted().join("\n")).digest("hex");
}

/** Pairs with their hash, in the given order. */
export function signedPairs(fields: Fields, signing: Signing = { token: FORGERY_TOKEN }): [string, string][] {
  return [...Object.entries(fields), ["hash", hashOfFields(fields, signing)]];
}

export const spelled = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");

/**
 * The meaning of a text of pairs regardless of encoding: order, `+` for a space and the case of `%xx` do not matter,
 * a repeated pair does.
 */
export const meaningOf = (raw: string): string =>
  JSON.stringify([...new URLSearchParams(raw)].map((pair) => JSON.stringify(pair)).toSorted());

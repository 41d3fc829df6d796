import { createHmac, randomBytes } from "node:crypto";
import type { Person } from "../people/people.ts";

export type InitDataRequest = {
  botToken: string;
  person: Person;
  authDate: number;
  startParam?: string | undefined;
};

/** HMAC-SHA256 of the decoded fields except `hash`, sorted and joined by newlines, as Telegram documents it. */
export function signFields(fields: readonly [string, string][], botToken: string): string {
  const secret = createHmac("sha256", "WebAppData").update(botToken).digest();
  const text = fields
    .filter(([name]) => name !== "hash")
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("\n");
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** The `initData` that Telegram would pass to the Mini App of this user; `authDate` is in Unix seconds. */
export function createInitData({ botToken, person, authDate, startParam }: InitDataRequest): string {
  const user = {
    id: person.id,
    first_name: person.firstName,
    last_name: person.lastName,
    username: person.username,
    language_code: "ru",
    allows_write_to_pm: true,
  };
  const fields: [string, string][] = [
    ["query_id", `AAF${randomBytes(12).toString("base64url")}`],
    ["user", JSON.stringify(user)],
    ["auth_date", String(authDate)],
    ["signature", randomBytes(64).toString("base64url")],
  ];
  if (startParam !== undefined) fields.push(["start_param", startParam]);
  fields.push(["hash", signFields(fields, botToken)]);
  return fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
}

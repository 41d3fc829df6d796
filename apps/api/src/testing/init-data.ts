import { signInitData } from "@stsphera/telegram";
import { BOT_TOKEN } from "./open-api.ts";

type Wish = {
  id?: number;
  at: Date;
  user?: Readonly<Record<string, unknown>>;
  fields?: Readonly<Record<string, string>>;
  botToken?: string;
};

/** `initData` signed as Telegram would sign it. */
export function initData({ id = 1_000_011, at, user = {}, fields = {}, botToken = BOT_TOKEN }: Wish): string {
  const person = { id, first_name: "Сергей", last_name: "Белов", language_code: "ru", ...user };
  const auth_date = String(Math.floor(at.getTime() / 1000));
  return signInitData({ auth_date, query_id: "AAF1", user: JSON.stringify(person), ...fields }, botToken);
}

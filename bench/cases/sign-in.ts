import { signInitData } from "../../packages/telegram/src/index.ts";
import { checkSignIn } from "../checks/check-sign-in.ts";
import { BOT_TOKEN } from "../processes/secrets.ts";
import { NOW } from "../world/world.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

const PEOPLE = 200;
const INSERT = /^\s*insert into refresh_tokens/i;

export const signIn: BenchCase = {
  name: "auth-telegram",
  status: 200,
  targets: { ...READ_TARGETS, floor: 0.4 },
  async wishes({ sql }) {
    const people = await sql<{ telegramId: string }[]>`
      select telegram_id::text as "telegramId" from users where status = 'active' order by id limit ${PEOPLE}`;
    return people.map(({ telegramId }) => ({
      method: "POST",
      path: "/api/auth/telegram",
      personId: null,
      body: JSON.stringify({ initData: initDataOf(telegramId) }),
    }));
  },
  check: checkSignIn,
  writes: {
    keyed: false,
    unique(sent) {
      const hash = sent.find(({ text }) => INSERT.test(text))?.params[2];
      if (typeof hash !== "string") throw new Error("no session was stored");
      return hash;
    },
  },
};

function initDataOf(telegramId: string): string {
  const user = { id: Number(telegramId), first_name: "Сергей", last_name: "Белов", language_code: "ru" };
  const auth_date = String(Math.floor(NOW.getTime() / 1000) - 5);
  return signInitData({ auth_date, query_id: "AAF1", user: JSON.stringify(user) }, BOT_TOKEN);
}

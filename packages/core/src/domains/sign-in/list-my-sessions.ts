import type { Session, SessionList } from "@stsphera/contracts";
import { z } from "zod";
import { instantText, personJson, query } from "../../kernel/index.ts";
import { ownAccount } from "./own-account.ts";

const SHOWN = 50;

/** $1 user · $2 instant · $3 current session. Sessions of Telegram in one browser are one device: the newest stands for all. */
const MINE = `
  with open as (
    select s.*, coalesce(s.id = $3::integer, false) as current,
      row_number() over (
        partition by case when s.kind = 'telegram' then s.browser else s.id::text end
        order by (s.id = $3::integer) desc nulls last, s.last_seen_at desc, s.id desc) as place
    from sessions s where s.user_id = $1 and s.ended_at is null and s.expires_at > $2::timestamptz)
  select s.id, s.kind, s.browser, s.address, ${instantText("s.created_at")} as "createdAt",
    ${instantText("s.last_seen_at")} as "lastSeenAt", s.current, ${personJson("s.given_by")} as "givenBy",
    exists (select from push_subscriptions p where p.session_id = s.id) as rings
  from open s where s.place = 1
  order by s.current desc, s.last_seen_at desc, s.id desc limit ${SHOWN}`;

/** Where the actor is signed in: this device first, then the one seen last. */
export const listMySessions = query({
  name: "session.list",
  permissions: ["profile.edit"],
  input: z.strictObject({}),
  read: async (ctx): Promise<SessionList> => {
    const { id, session } = ownAccount(ctx);
    return {
      items: await ctx.db.read<Session>(MINE, [id, ctx.now.toISOString(), session?.id ?? null]),
    };
  },
});

import type { MyConsent } from "@stsphera/contracts";
import type { ConsentWay, Locale } from "@stsphera/contracts/vocabulary";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, instantText, notFound, personOf, query } from "../../../kernel/index.ts";
import { ASK_EVERY_MS } from "./ask-erasure.ts";
import { answerDue } from "./erasure-decisions.ts";

type Row = {
  givenAt: string;
  way: ConsentWay | null;
  locale: Locale | null;
  words: string | null;
  withdrawnAt: string | null;
  askedAt: string | null;
  timeZone: string;
};

/** An account without a record was made before agreements were kept, or by a release that did not keep them. */
const NEWEST = `
  select coalesce(${instantText("c.given_at")}, ${instantText("u.created_at")}) as "givenAt", c.way, x.locale,
    x.text as words, ${instantText("c.withdrawn_at")} as "withdrawnAt",
    ${instantText("c.erasure_asked_at")} as "askedAt", u.time_zone as "timeZone"
  from users u left join consents c on c.user_id = u.id left join consent_texts x on x.id = c.text_id
  where u.id = $1 order by c.id desc limit 1`;

/** The actor's newest agreement to the processing of their data. */
export const getMyConsent = query({
  name: "me.consent",
  permissions: ["profile.edit"],
  input: z.strictObject({}),
  read: async (ctx): Promise<MyConsent> => {
    if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
    const [row] = await ctx.db.read<Row>(NEWEST, [personOf(ctx).id]);
    if (row === undefined) throw notFound();
    const { way, locale, words, askedAt, timeZone, ...times } = row;
    const again = askedAt === null ? null : new Date(new Date(askedAt).getTime() + ASK_EVERY_MS);
    return {
      ...times,
      way: way ?? "unrecorded",
      text: locale === null || words === null ? null : { locale, words },
      askedAt,
      dueOn: askedAt === null ? null : answerDue(new Date(askedAt), timeZone),
      mayAskAt: again === null || again <= ctx.now ? null : again.toISOString(),
    };
  },
});

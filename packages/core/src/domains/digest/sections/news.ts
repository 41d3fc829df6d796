import { cutText } from "@stsphera/contracts/format";
import { html, packCommand } from "@stsphera/telegram";
import { readableBy, readableSql } from "../../../platform/notifications/index.ts";
import { morningWords } from "../card/morning-words.ts";
import type { Section } from "../section.ts";

const SHOWN = 7;
const TITLE = 80;

type Row = { title: string; text: string; number: number };

/**
 * $1 user · $2 instant · $3 to $6 `readableBy`. Unread news of the categories that the reader reads in the morning, since
 * the last morning card; what has rung in the chat is no news.
 */
const STATEMENT = `
  select n.title, n.text, count(*) over ()::int as number
  from notifications n join notification_settings s on s.user_id = n.user_id
  where n.user_id = $1 and n.read_at is null and n.category = any (s.in_digest) and n.type <> 'digest.morning'
    and n.updated_at > coalesce((select max(c.at) from schedule_claims c
      where c.job = 'digest.morning' and c.user_id = $1 and c.at < $2::timestamptz - interval '2 hours'), '-infinity')
    and not exists (select from deliveries d where d.notification_id = n.id and d.status = 'sent'
      and d.anew)
    and ${readableSql({ own: "$3", working: "$4", bound: "$5", held: "$6" })}
  order by n.updated_at desc, n.id desc limit ${SHOWN}`;

/** The title with the first line of what it says: a title alone may not name the thing. */
const oneRow = (title: string, text: string): string =>
  [title, text.split("\n").find((line) => line.trim() !== "")].filter(Boolean).join(" · ");

/** What happened in categories that are told in the morning alone. */
export const news: Section = async ({ ctx, actor }) => {
  const { own, working, bound, held } = readableBy(actor);
  const asked = [actor.id, ctx.now.toISOString(), own, working, bound, held];
  const rows = await ctx.db.read<Row>(STATEMENT, asked);
  const number = rows[0]?.number ?? 0;
  if (number === 0) return null;
  return {
    blocks: ({ locale }) => {
      const t = morningWords(locale);
      return [
        [
          html`<b>${t("news", { number })}</b>`,
          ...rows.map(({ title, text }) => cutText(oneRow(title, text), TITLE)),
          number > rows.length ? t("more", { number: number - rows.length }) : null,
        ],
      ];
    },
    buttons: ({ locale }) => [
      [
        {
          kind: "callback",
          text: morningWords(locale)("open_news", { number }),
          data: packCommand("notifications"),
        },
      ],
    ],
  };
};

import type { PushReason } from "@stsphera/contracts/vocabulary";
import type { Sql } from "@stsphera/db";
import { RING_PARAM } from "./new-delivery.ts";

/** SQL of the tables that `ringsInBrowser` reads beside the message `d`. */
export const ringTables = (sql: Sql) => sql`
  left join notifications n on n.id = d.notification_id
  left join chat_cards card on card.chat_id = d.chat_id and card.card_key = d.card_key`;

/**
 * SQL of whether a message `d` to a user is one that rings and has not rung: news, or a list of them, not read yet; an edit
 * of a card that is in the chat makes no sound, nor does an answer to what the user did.
 */
const ringsInBrowser = (sql: Sql) => sql`
  d.user_id is not null and d.chat_link_id is null and d.rung_at is null
  and (n.id is not null or d.card_key like 'burst:%') and n.read_at is null
  and (coalesce(d.params ->> ${RING_PARAM}, 'always') = 'always'
    or (d.params ->> ${RING_PARAM} = 'first' and card.message_id is null))
  and not exists (select from push_messages p where p.delivery_id = d.id)`;

type Due = { which: ReturnType<typeof ringTables>; reason: PushReason; now: Date };

/**
 * SQL that queues a push to every browser of a user for each message `d` that `which` names, once for a message. Browsers
 * that were added later do not ring for what was waiting then.
 */
export const insertPushes = (sql: Sql, { which, reason, now }: Due) => sql`
  insert into push_messages (user_id, subscription_id, delivery_id, reason, not_before, created_at)
  select d.user_id, p.id, d.id, ${reason}, ${now}, ${now}
  from deliveries d ${ringTables(sql)}
    join push_subscriptions p on p.user_id = d.user_id and p.created_at <= d.created_at
    join sessions open on open.id = p.session_id and open.ended_at is null and open.expires_at > ${now}::timestamptz
  where ${which} and ${ringsInBrowser(sql)}
  order by d.id, p.id
  on conflict (delivery_id, subscription_id) do nothing`;

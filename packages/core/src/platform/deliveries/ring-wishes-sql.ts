import { DELIVERY_PRIORITIES, RING_PARAM } from "./new-delivery.ts";
import type { RawTransaction } from "./telegram-limits.ts";

/** Quiet hours of those who set none, and of linked chats. */
const QUIET_FROM = "22:00";
const QUIET_TO = "07:00";
const CRITICAL = DELIVERY_PRIORITIES.indexOf("critical");
const DIGEST = DELIVERY_PRIORITIES.indexOf("digest");

/** The office is never shut for longer. */
const OFFICE_DAYS = 20;

/** SQL of the tables that `ringWishes` reads beside the message `d`. */
export const wishTables = (tx: RawTransaction) => tx`
  left join chat_cards card on card.chat_id = d.chat_id and card.card_key = d.card_key
  left join object_chats link on link.id = d.chat_link_id
  left join objects place on place.id = link.object_id
  left join users u on u.id = d.user_id
  left join notifications n on n.id = d.notification_id
  left join notification_settings s on s.user_id = d.user_id`;

/**
 * SQL of when a message `d` may ring, as JSON of `RingWishes`; null for what never waits: alarms, answers, edits of a
 * card that is in the chat. A linked chat waits at night, by the time zone of its object; a digest
 * keeps its own days, and so does a list of messages that were due.
 */
export const ringWishes = (tx: RawTransaction, now: Date) => tx`
  case when d.chat_link_id is not null and d.priority > ${CRITICAL}
      and (card.message_id is null or d.params ->> ${RING_PARAM} = 'always')
    then json_build_object('timeZone', place.time_zone, 'from', ${QUIET_FROM}::text, 'to', ${QUIET_TO}::text,
      'workday', (${now}::timestamptz at time zone place.time_zone)::date)
    when (d.notification_id is not null or d.card_key like 'burst:%') and d.priority > ${CRITICAL}
      and (card.message_id is null or d.params ->> ${RING_PARAM} = 'always')
      and d.params ->> ${RING_PARAM} is distinct from 'edit'
    then json_build_object('timeZone', u.time_zone,
      'from', to_char(coalesce(s.quiet_from, ${QUIET_FROM}::time), 'HH24:MI'),
      'to', to_char(coalesce(s.quiet_to, ${QUIET_TO}::time), 'HH24:MI'),
      'workday', case when d.priority = ${DIGEST} or n.id is null then (${now}::timestamptz at time zone u.time_zone)::date
        when n.object_id is not null and coalesce(s.days_off, 'object') = 'object' then
        (select w.day from object_workdays w where w.object_id = n.object_id
          and w.day >= (${now}::timestamptz at time zone u.time_zone)::date order by w.day limit 1)
        when coalesce(s.days_off, 'object') = 'object' then (select day::date
          from generate_series((${now}::timestamptz at time zone u.time_zone)::date::timestamp,
            (${now}::timestamptz at time zone u.time_zone)::date + ${OFFICE_DAYS}::int, interval '1 day') day
          left join production_calendars c on c.year = extract(year from day)
          where case when extract(isodow from day) < 6 then not coalesce(day::date = any (c.days_off), false)
            else coalesce(day::date = any (c.working_weekends), false) end
          order by day limit 1) end)
    end`;

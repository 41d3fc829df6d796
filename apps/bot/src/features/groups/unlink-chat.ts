import { unlinkChat } from "@stsphera/core";
import { dayWithYear, shortName } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { line } from "@stsphera/telegram";
import { personsToday } from "../../engine/days.ts";
import type { Turn } from "../../engine/turn.ts";
import type { Place } from "./group-message.ts";
import { brief, findAt, linkedAt } from "./link-chat.ts";

/** /unlink: for who may link chats of the object, whether or not they administer the group. */
export async function unlink(turn: Turn, place: Place, anonymous: boolean): Promise<void> {
  const { t, actor } = turn;
  const chat = await linkedAt(turn, place);
  if (chat === null) return turn.say(brief(t("chat.none"), [t("chat.none_next")]));
  const { id: linkId, objectId, version } = chat;
  const may = actor !== null && actor.status === "active" && can(actor, "chat.link", { objectId });
  if (!may) return turn.say(brief(t("chat.unlink_refused"), anonymous ? [t("chat.unlink_anonymous")] : []));
  await unlinkChat.run(turn.context(), { linkId, version });
  turn.say(brief(t("chat.unlinked"), [t("chat.unlinked_what")]));
}

/** /chatinfo: to which object the chat is linked, since when and by whom; outside of topics also to which its topics are. */
export async function chatInfo(turn: Turn, place: Place): Promise<void> {
  const { t, locale } = turn;
  const { chat, topics } = await findAt(turn, place);
  const ofTopics = topics.map(({ topic, objectName }) => line(topic ?? "#", objectName));
  if (chat === null && topics.length > 0) return turn.say(brief(t("chat.topics"), ofTopics));
  if (chat === null) return turn.say(brief(t("chat.none"), [t("chat.none_next")]));
  const { objectName, linkedAt: at, linkedBy, topic } = chat;
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: chat.timeZone }).format(new Date(at));
  const since = `${dayWithYear(day, personsToday(turn), locale)} · ${shortName(linkedBy.fullName)}`;
  turn.say(
    brief(t("chat.info", { object: objectName }), [
      line(t("chat.since"), since),
      line(t("chat.topic"), topic),
      ...ofTopics,
    ]),
  );
}

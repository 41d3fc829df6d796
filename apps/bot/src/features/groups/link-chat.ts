import { createHash } from "node:crypto";
import { CHAT_JOB, DomainError, findChat, type FoundChat, linkChat, linkChatByCode } from "@stsphera/core";
import type { ObjectSummary } from "@stsphera/contracts";
import { readCode } from "@stsphera/contracts/chats/code";
import { card, fitCaption, type HtmlValue, type RenderedMessage } from "@stsphera/telegram";
import type { BotContext } from "../../engine/bot-context.ts";
import { press } from "../../engine/buttons.ts";
import { domainErrorMessage } from "../../engine/domain-error-message.ts";
import { objectsFor } from "../../engine/my-objects.ts";
import { refusalWords } from "../../engine/refusal-words.ts";
import type { Turn } from "../../engine/turn.ts";
import { administersChat } from "./chat-administrator.ts";
import { type Place, placeOf } from "./group-message.ts";

const MAX_OBJECTS = 20;
const DATA = /^cl:([1-9]\d{0,8})$/;

/** The object of a press on the list of /link; null for other data. */
export const unpackLink = (data: string): number | null => {
  const [, objectId] = DATA.exec(data) ?? [];
  return objectId === undefined ? null : Number(objectId);
};

/** A short text without buttons: those of the private chat have no place in a group. */
export const brief = (text: string, lines: readonly HtmlValue[] = []): RenderedMessage => ({
  text: card(text, lines),
  buttons: [],
});

/** What is known of a place: its link, and those of its topics. */
export const findAt = (turn: Turn, { chatId, threadId }: Pick<Place, "chatId" | "threadId">) =>
  findChat.run(turn.context("find", CHAT_JOB), { chatId, threadId });

/** To which object a place is linked. */
export const linkedAt = async (turn: Turn, place: Place): Promise<FoundChat | null> =>
  (await findAt(turn, place)).chat;

/** /link: by a code, or for an administrator of the group who may link chats of an object. */
export async function askLink(
  ctx: BotContext,
  place: Place,
  argument: string,
  anonymous: boolean,
): Promise<void> {
  const { turn } = ctx;
  const { t } = turn;
  const code = readCode(argument);
  if (code !== null) return linkByCode(turn, place, code);
  if (argument !== "") return turn.say(brief(refusalWords(turn, "chat_code_unknown")));
  if (anonymous) return turn.say(brief(t("chat.anonymous"), [t("chat.anonymous_code")]));
  const standing = await linkedAt(turn, place);
  if (standing !== null && (standing.topic === null) === (place.threadId === null)) {
    return turn.say(brief(refusalWords(turn, "chat_linked", { object: standing.objectName })));
  }
  const objects = await linkable(turn);
  if (objects.length === 0 || !(await administersChat(ctx))) {
    return turn.say(brief(t("chat.refused"), [t("chat.refused_code")]));
  }
  const { threadId, topic } = place;
  if (threadId !== null && topic !== null) turn.remember({ linking: { threadId, topic } });
  const buttons = objects
    .slice(0, MAX_OBJECTS)
    .map(({ id, name }) => [press(fitCaption(name, 36), `cl:${id}`)]);
  turn.say({ text: card(t("chat.link_ask"), []), buttons });
}

/** For so long the list of /link links. */
const LIST_MINUTES = 15;

/** Whether a list of /link is too old, or was used: the place was linked or unlinked since it was sent. */
async function isOutdated(turn: Turn, place: Place, objectId: number): Promise<boolean> {
  const sentAt = (turn.callback?.message?.date ?? 0) * 1000;
  const { chat, changedAt } = await findAt(turn, place);
  // A press that is processed again after a crash gets the stored answer.
  if (chat?.objectId === objectId && chat.linkedBy.id === turn.actor?.id) return false;
  if (turn.now.getTime() - sentAt > LIST_MINUTES * 60_000) return true;
  return changedAt !== null && Date.parse(changedAt) >= sentAt;
}

/** A press on an object: rights and the chat's administrators are judged at this moment. */
export async function pressLink(ctx: BotContext, objectId: number): Promise<void> {
  const { turn } = ctx;
  const place = placeOf(turn);
  if (place === null) return;
  const objects = await linkable(turn);
  if (!objects.some(({ id }) => id === objectId) || !(await administersChat(ctx))) {
    return turn.toast(turn.t("chat.refused"));
  }
  if (await isOutdated(turn, place, objectId))
    return turn.show(brief(turn.t("chat.list_old"), [turn.t("chat.none_next")]));
  const linked = await answered(turn, () => linkChat.run(turn.context(), { objectId, place }));
  if (linked !== null) turn.show(linkedMessage(turn, linked.objectName));
}

export async function linkByCode(turn: Turn, place: Place, code: string): Promise<void> {
  const codeHash = createHash("sha256").update(code).digest("hex");
  const linked = await answered(turn, async () => {
    try {
      return await linkChatByCode.run(turn.context(undefined, CHAT_JOB), { codeHash, place });
    } catch (error) {
      const done = await linkedByThis(turn, place);
      if (done === null) throw error;
      return done;
    }
  });
  if (linked !== null) turn.say(linkedMessage(turn, linked.objectName));
}

/** The link that this very message made, when a crash repeats it: a job has no stored answers. */
async function linkedByThis(turn: Turn, place: Place): Promise<FoundChat | null> {
  const chat = await linkedAt(turn, place);
  const sentAt = (turn.message?.date ?? Infinity) * 1000;
  const isHere = (chat?.topic === null) === (place.threadId === null);
  return chat !== null && isHere && Date.parse(chat.linkedAt) >= sentAt ? chat : null;
}

const linkedMessage = ({ t }: Turn, object: string): RenderedMessage =>
  brief(t("chat.linked", { object }), [t("chat.linked_what"), t("chat.linked_end")]);

/** The object's that the actor may link a chat to: open ones. */
async function linkable(turn: Turn): Promise<ObjectSummary[]> {
  if (turn.actor === null || turn.actor.status !== "active") return [];
  const found = await objectsFor(turn, "chat.link");
  return found.filter(({ status }) => status !== "closed" && status !== "archived");
}

/** Says a refusal in the words of the dictionary; null then. */
async function answered<R>(turn: Turn, run: () => Promise<R>): Promise<R | null> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    turn.say({ text: domainErrorMessage(turn, error).text, buttons: [] });
    return null;
  }
}

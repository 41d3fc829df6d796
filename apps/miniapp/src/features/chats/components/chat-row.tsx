import type { LinkedChat } from "@stsphera/contracts";
import { chatForms } from "@stsphera/contracts/chats/forms";
import { shortName } from "@stsphera/contracts/format";
import { COPIED_CATEGORIES, type CopiedCategory } from "@stsphera/contracts/vocabulary";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { newKey } from "../../../shared/api/request.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { type ChatAct, chatRequest } from "../api/chats-requests.ts";
import { chatsWords } from "../chats-words.ts";

/** A linked chat: where it is, what arrives there, and the way to unlink it; a lost one says why. */
export function ChatRow({ chat }: { chat: LinkedChat }) {
  const words = useWords(chatsWords);
  const locale = useLocale();
  const acts = useActs<ChatAct>({
    feature: "chat",
    forms: chatForms,
    requestOf: (action, input) => chatRequest(chat, action, input),
    undo: "relink",
  });
  const { id, title, topic, muted, linkedAt, linkedBy, ended } = chat;
  const say = (instant: string) => sayDay(dayOf(instant), locale);
  const toggle = async (category: CopiedCategory) => {
    const rest = muted.filter((one) => one !== category);
    try {
      await acts.send("mute", { muted: rest.length < muted.length ? rest : [...muted, category] }, newKey());
    } catch (error) {
      showToast(errorSentence(error));
    }
  };
  return (
    <article className="card stack" data-testid={`chat-${id}`}>
      <b>{title}</b>
      <span className="muted">{topic === null ? words.whole : words.topic(topic)}</span>
      {ended === null ? (
        <>
          <span className="muted">{words.linked(say(linkedAt), shortName(linkedBy.fullName))}</span>
          <Chips label={words.copies}>
            {COPIED_CATEGORIES.map((category) => (
              <Chip
                key={category}
                pressed={!muted.includes(category)}
                onPress={() => void toggle(category)}
                testId={`copies-${category}-${id}`}
              >
                {words.categories[category]}
              </Chip>
            ))}
            <Chip disabled={acts.busy} onPress={() => void acts.now("unlink")} testId={`unlink-${id}`}>
              {words.unlink}
            </Chip>
          </Chips>
        </>
      ) : (
        <>
          <Mark tone="amber">{words.ended[ended.why]}</Mark>
          <span className="muted">{words.lost(say(ended.at))}</span>
        </>
      )}
    </article>
  );
}

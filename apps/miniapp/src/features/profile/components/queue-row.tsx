import { keepDraft } from "../../../kit/form/drafts.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayIn } from "../../../shared/format/day-in.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { clockOf, dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { goTo } from "../../../shared/navigation.ts";
import { offlineWords } from "../../../shared/offline/offline-words.ts";
import type { QueueItem } from "../../../shared/offline/queue-item.ts";
import { resend, sendKnowingly } from "../../../shared/offline/queue.ts";
import { takeOut } from "../../../shared/offline/take-out.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { profileWords } from "../profile-words.ts";

function stateWord(item: QueueItem, words: (typeof profileWords)["ru"]): string {
  if (item.state === "refused") return words.refused;
  return item.after === null ? words.waiting : words.waitingEntry;
}

function RefusedActions({ item }: { item: QueueItem }) {
  const words = useWords(profileWords);
  const { href, draft, knowingly, thing } = item.describe;
  const mend = (place: string) => {
    if (draft !== undefined) keepDraft(draft.name, draft.answers);
    goTo(place);
  };
  return (
    <>
      {knowingly !== undefined && knowingly.code === item.refusal?.code && (
        <Chip onPress={() => void sendKnowingly(item)}>{words.addAnyway}</Chip>
      )}
      {href !== null && thing !== "photo" && (
        <Chip onPress={() => mend(href)} testId={`mend-${item.key}`}>
          {words.mend}
        </Chip>
      )}
      <Chip onPress={() => void resend(item)} testId={`resend-${item.key}`}>
        {words.sendNow}
      </Chip>
    </>
  );
}

/** One waiting thing: what it is, since when, and why it was refused if it was. */
export function QueueRow({ item }: { item: QueueItem }) {
  const words = useWords(profileWords);
  const counted = useWords(offlineWords).thing;
  const locale = useLocale();
  const { describe, files } = item;
  const isRefused = item.state === "refused";
  const at = dayOf(item.at);
  const of = dayIn((describe.href ?? "").split("?")[1] ?? "");
  const what = describe.thing === "photo" ? words.photo : describe.line;
  const line = of === null ? what : `${what} · ${sayDay(of, locale, "weekday")}`;
  const withPhotos =
    describe.thing === "photo" || files.length === 0 ? line : `${line} · ${counted(files.length, "photo")}`;
  return (
    <li className="card stack" data-testid="queue-row">
      <span className="spread">
        <b>{describe.title}</b>
        <span className="dim tabular">
          {at === dayOf(serverNow()) ? clockOf(item.at) : `${sayDay(at, locale)}, ${clockOf(item.at)}`}
        </span>
      </span>
      <span className="spread">
        <span className="muted tabular">{withPhotos}</span>
        <Mark tone={isRefused ? "red" : "violet"}>{stateWord(item, words)}</Mark>
      </span>
      {item.refusal && <span className="muted">{item.refusal.message}</span>}
      <Chips>
        {isRefused && <RefusedActions item={item} />}
        <Chip onPress={() => void takeOut(item.key)} testId={`remove-${item.key}`}>
          {words.remove}
        </Chip>
      </Chips>
    </li>
  );
}

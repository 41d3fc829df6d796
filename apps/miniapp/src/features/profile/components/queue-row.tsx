import { clockOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { profileWords } from "../profile-words.ts";
import { goTo } from "../../../shared/navigation.ts";
import type { QueueItem } from "../../../shared/offline/queue-item.ts";
import { addAnyway, removeFromQueue, resend } from "../../../shared/offline/queue.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";

function stateWord(item: QueueItem, words: (typeof profileWords)["ru"]): string {
  if (item.state === "refused") return words.refused;
  return item.work.kind === "photo" && item.work.parentKey !== null ? words.waitingEntry : words.waiting;
}

function RefusedActions({ item }: { item: QueueItem }) {
  const words = useWords(profileWords);
  const { work } = item;
  const day = work.kind === "fact" ? `?day=${work.date}` : "";
  const mend = () => goTo(`/objects/${item.objectId}/fact${day}`);
  return (
    <Chips>
      {item.refusal?.code === "possible_duplicate" && (
        <Chip onPress={() => void addAnyway(item)}>{words.addAnyway}</Chip>
      )}
      {work.kind === "fact" ? (
        <Chip onPress={mend}>{words.mend}</Chip>
      ) : (
        <Chip onPress={() => void resend(item)}>{words.sendNow}</Chip>
      )}
      <Chip onPress={() => void removeFromQueue(item.key)}>{words.remove}</Chip>
    </Chips>
  );
}

/** One waiting thing: what it is, since when, and why it was refused if it was. */
export function QueueRow({ item }: { item: QueueItem }) {
  const words = useWords(profileWords);
  const isRefused = item.state === "refused";
  return (
    <li className="card stack" data-testid="queue-row">
      <span className="spread">
        <b>{item.title}</b>
        <span className="dim tabular">{clockOf(item.at)}</span>
      </span>
      <span className="spread">
        <span className="muted tabular">{item.work.kind === "photo" ? words.photo : item.line}</span>
        <Mark tone={isRefused ? "red" : "violet"}>{stateWord(item, words)}</Mark>
      </span>
      {item.refusal && <span className="muted">{item.refusal.message}</span>}
      {isRefused && <RefusedActions item={item} />}
    </li>
  );
}

import { useWords } from "../i18n/locale.ts";
import { useClosingConfirmation } from "../telegram/closing.ts";
import { countThings } from "./count-things.ts";
import { offlineWords } from "./offline-words.ts";
import type { QueueItem } from "./queue-item.ts";

/** «в очереди 2 факта, 1 фото · не принято: 1 факт»; says so when the phone keeps nothing of it. */
export default function QueueCount({ queue, title }: { queue: readonly QueueItem[]; title: boolean }) {
  const words = useWords(offlineWords);
  const fleeting = queue.some((item) => item.fleeting);
  useClosingConfirmation(fleeting);
  const [refused, waiting] = ["refused", "waiting"].map((state) =>
    countThings(
      queue.filter((item) => item.state === state),
      words.thing,
    ),
  );
  const parts = [
    ...(title ? [words.waiting] : []),
    ...(waiting ? [title ? waiting : words.queued(waiting)] : []),
    ...(refused ? [words.refused(refused)] : []),
    ...(fleeting ? [words.fleeting] : []),
  ];
  return <>{parts.join(" · ")}</>;
}

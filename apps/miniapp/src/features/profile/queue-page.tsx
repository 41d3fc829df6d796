import { useOnline } from "../../shared/api/connection.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { profileWords } from "./profile-words.ts";
import { offlineWords } from "../../shared/offline/offline-words.ts";
import { sendQueue } from "../../shared/offline/queue.ts";
import { useQueue } from "../../shared/offline/queue-state.ts";
import { Action } from "../../shared/ui/action.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueueRow } from "./components/queue-row.tsx";

/** Everything that has not reached the server yet. */
export function QueuePage() {
  const words = useWords(profileWords);
  const { fleeting } = useWords(offlineWords);
  const queue = useQueue();
  const online = useOnline();
  return (
    <>
      <PageHeader title={words.queueTitle} />
      {queue.length === 0 ? (
        <NoticeBlock title={words.queueEmpty} line={words.queueEmptyLine} testId="empty" />
      ) : (
        <section className="section">
          <p className="muted">{queue.some((item) => item.fleeting) ? fleeting : words.queueSafe}</p>
          <ul className="stack">
            {queue.map((item) => (
              <QueueRow key={item.key} item={item} />
            ))}
          </ul>
          <Action tone="quiet" disabled={!online} onPress={() => void sendQueue()} testId="send-now">
            {words.sendNow}
          </Action>
        </section>
      )}
    </>
  );
}

import type { TaskCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { newKey } from "../../../shared/api/request.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { actOrQueue } from "../../../shared/offline/send-or-queue.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { tickRequest } from "../api/task-requests.ts";
import { taskWords } from "../task-words.ts";

type Item = TaskCard["checklist"][number];

/** The check list of a task: every line is ticked by itself. */
export function Checklist({ items, task }: { items: readonly Item[]; task: Pick<TaskCard, "id" | "title"> }) {
  const words = useWords(taskWords);
  const client = useQueryClient();
  const [busy, setBusy] = useState<number | null>(null);
  if (items.length === 0) return null;
  const tick = async (item: Item) => {
    const { method, path, body } = tickRequest(item);
    setBusy(item.id);
    try {
      const describe = {
        thing: "mark",
        title: task.title,
        line: item.text,
        href: `/tasks/${task.id}`,
      } as const;
      await actOrQueue({
        method,
        path,
        body,
        key: newKey(),
        describe: { ...describe, about: describe.href },
      });
    } catch (error) {
      showToast(errorSentence(error));
    } finally {
      await client.invalidateQueries();
      setBusy(null);
    }
  };
  const done = items.filter((item) => item.done).length;
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.checklist}</h2>
        <span className="dim tabular">{words.ofPhotos(done, items.length)}</span>
      </div>
      {items.map((item) => (
        <label key={item.id} className="form-choice">
          <input
            type="checkbox"
            checked={item.done}
            disabled={busy !== null}
            onChange={() => void tick(item)}
            data-testid={`tick-${item.id}`}
          />
          <span>
            {item.text}
            {item.doneBy !== null && <small className="muted">{shortName(item.doneBy.fullName)}</small>}
          </span>
        </label>
      ))}
    </section>
  );
}

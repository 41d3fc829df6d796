import type { ShiftDay } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { useQueue } from "../../../shared/offline/queue-state.ts";
import { shiftWords } from "../shift-words.ts";

/** What was recorded of the shift on this phone and has not reached the server yet. */
export function QueuedHere({ shift: { object, date, shift } }: { shift: ShiftDay }) {
  const words = useWords(shiftWords);
  const path = `/api/objects/${object.id}/`;
  const here = useQueue().filter(
    ({ path: to, body }) => to.startsWith(path) && body["date"] === date && body["shift"] === shift,
  );
  return here.map(({ key, describe: { title, line }, state, refusal }) => (
    <div key={key} className="card stack" data-testid={`queued-${key}`}>
      <b>{title}</b>
      <span>{line}</span>
      <span className="muted">{state === "refused" ? refusal?.message : words.waits}</span>
    </div>
  ));
}

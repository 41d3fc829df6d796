import { useWords } from "../shared/i18n/locale.ts";
import { offlineWords } from "../shared/offline/offline-words.ts";
import { useQueue } from "../shared/offline/queue-state.ts";
import { takeOut } from "../shared/offline/take-out.ts";
import { Chip, Chips } from "../shared/ui/chip.tsx";
import { Mark } from "../shared/ui/mark.tsx";

/** What was done about a thing and waits on the phone, in the order it was done. */
export const useQueuedAbout = (about: string) =>
  useQueue().filter(({ describe }) => describe.about === about);

/** Each of them with the way back; nothing where nothing waits. */
export function QueuedAbout({ about }: { about: string }) {
  const words = useWords(offlineWords);
  return useQueuedAbout(about).map(({ key, state, refusal, describe }) => (
    <div key={key} className="stack" data-testid="queued-about">
      <Mark tone={state === "refused" ? "red" : "violet"}>
        {describe.line} · {state === "refused" ? words.notTaken : words.here}
      </Mark>
      {refusal && <span className="muted">{refusal.message}</span>}
      <Chips>
        <Chip onPress={() => void takeOut(key)}>{words.remove}</Chip>
      </Chips>
    </div>
  ));
}

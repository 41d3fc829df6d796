import type { DayConfirmed, Fact } from "@stsphera/contracts";
import { dayWithYear } from "@stsphera/contracts/format";
import { confirmable } from "@stsphera/contracts/facts/off-plan";
import { type ReactNode, useState } from "react";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { factsWords, type FactsWords } from "../../shared/i18n/facts-words.ts";
import { ShiftOfDay } from "../shifts/shift-of-day.tsx";
import { QueuedAbout, useQueuedAbout } from "../queued-here.tsx";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { hapticSuccess } from "../../shared/telegram/haptics.ts";
import { Action } from "../../shared/ui/action.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { aboutDay, confirmDay } from "./confirm-day-requests.ts";
import { useRefresh } from "./use-refresh.ts";
import { useUndoDecisions } from "./use-undo-decisions.ts";

/** What was confirmed, and what stays and why. */
function summary({ confirmed, exceptions }: DayConfirmed, words: FactsWords): string {
  const count = (why: DayConfirmed["exceptions"][number]["why"]) =>
    exceptions.filter((one) => one.why === why).length;
  const [off, photo] = [count("off_plan"), count("photo_due")];
  return [
    words.dayConfirmed(confirmed.length),
    ...(off > 0 ? [words.leftOffPlan(off)] : []),
    ...(photo > 0 ? [words.leftNoPhoto(photo)] : []),
  ].join(" · ");
}

type Day = { objectId: number; date: string };
type WaitingProps = Day & {
  /** What one press confirms, and what it leaves out. */
  ready: { readonly usual: number; readonly off: number };
  /** How the day's shifts stand; absent where they are read or not shown. */
  figures: ReactNode;
  /** The fewest entries it is offered for: where each has a button of its own, two. */
  fewest: number;
};

/** The same of a day whose entries are shown. */
export function ConfirmDay({ objectId, date, facts }: Day & { facts: readonly Fact[] }) {
  const figures = <ShiftOfDay objectId={objectId} date={date} />;
  return (
    <ConfirmWaiting objectId={objectId} date={date} ready={confirmable(facts)} figures={figures} fewest={2} />
  );
}

/** Confirms the entries of the day at once but for those that deviate from the plan or lack their photo. */
export function ConfirmWaiting({ objectId, date, ready: { usual, off }, figures, fewest }: WaitingProps) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const refresh = useRefresh(objectId);
  const undo = useUndoDecisions(objectId);
  const [busy, setBusy] = useState(false);
  const about = aboutDay(objectId, date);
  const waits = useQueuedAbout(about).length > 0;
  if (waits) return <QueuedAbout about={about} />;
  if (usual + off === 0) return null;
  if (usual === 0 || usual + off < fewest) return figures;
  const confirm = async () => {
    setBusy(true);
    try {
      const title = dayWithYear(date, dayOf(serverNow()), locale);
      const done = await confirmDay(objectId, date, { title, line: words.confirmDay });
      if (done.kind === "queued") return;
      const { answer } = done;
      hapticSuccess();
      showToast(summary(answer, words), {
        text: words.undo,
        onPress: () => void undo(answer.confirmed),
        testId: "toast-undo",
      });
    } catch (error) {
      showToast(errorSentence(error));
    } finally {
      void refresh().finally(() => setBusy(false));
    }
  };
  return (
    <>
      {figures}
      <Action busy={busy} onPress={() => void confirm()} testId="confirm-day">
        {words.confirmDay}
      </Action>
      <span className="muted">
        {[words.asPlanned(usual), ...(off > 0 ? [words.leftOffPlan(off)] : [])].join(" · ")}
      </span>
    </>
  );
}

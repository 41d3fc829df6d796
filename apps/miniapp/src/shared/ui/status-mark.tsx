import type { ObjectStatus } from "@stsphera/contracts/vocabulary";
import { useWords } from "../i18n/locale.ts";
import { progressWords } from "../i18n/progress-words.ts";
import { Mark, type MarkTone } from "./mark.tsx";

const TONES: Readonly<Partial<Record<ObjectStatus, MarkTone>>> = {
  active: "green",
  completing: "green",
  planning: "violet",
};

/** Where an object stands in its life; nothing but work that goes on is green. */
export function StatusMark({ status }: { status: ObjectStatus }) {
  const words = useWords(progressWords);
  return <Mark tone={TONES[status] ?? "muted"}>{words.status[`state.object.${status}`]}</Mark>;
}

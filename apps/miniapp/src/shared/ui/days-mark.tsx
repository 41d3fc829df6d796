import type { ObjectDashboard } from "@stsphera/contracts";
import { useWords } from "../i18n/locale.ts";
import { progressWords } from "../i18n/progress-words.ts";
import { Mark } from "./mark.tsx";

/** «+14 дней», «−3 дня», «В срок»: where the forecast stands against the deadline. */
export function DaysMark({ days, health }: { days: number; health: ObjectDashboard["progress"]["health"] }) {
  const words = useWords(progressWords);
  const text = days > 0 ? words.late(days) : days < 0 ? words.early(-days) : words.onTime;
  return <Mark tone={days > 0 ? health : "green"}>{text}</Mark>;
}

import type { UserStatus } from "@stsphera/contracts/vocabulary";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { peopleWords } from "../people-words.ts";

const TONES: Readonly<Record<UserStatus, MarkTone>> = {
  pending: "violet",
  active: "green",
  deactivated: "muted",
  rejected: "muted",
  erased: "muted",
};

export function PersonState({ status }: { status: UserStatus }) {
  const words = useWords(peopleWords).states;
  return <Mark tone={TONES[status]}>{words[status]}</Mark>;
}

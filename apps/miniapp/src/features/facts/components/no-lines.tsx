import type { FactForm } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { whoseWords } from "../whose-words.ts";

/** Why there are no lines, and what to do. */
export function NoLines({ form, isMine }: { form: FactForm; isMine: boolean }) {
  const { none } = useWords(whoseWords);
  return <NoticeBlock {...none[form.noLines ?? (isMine ? "mine" : "today")]} testId="no-lines" />;
}

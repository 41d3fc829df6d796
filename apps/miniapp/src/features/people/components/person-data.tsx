import type { UserCard } from "@stsphera/contracts";
import { ExportAction } from "../../../kit/export/export-action.tsx";
import { takePersonalData } from "../../../kit/export/take-personal-data.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { peopleWords } from "../people-words.ts";

/** Answers a person's request for what is held of them. */
export function PersonData({ person: { id } }: { person: UserCard }) {
  const words = useWords(peopleWords);
  return (
    <ExportAction take={() => takePersonalData(id)} testId="person-export">
      {words.exportData}
    </ExportAction>
  );
}

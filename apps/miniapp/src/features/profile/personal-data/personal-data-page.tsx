import { useQuery } from "@tanstack/react-query";
import { ExportAction } from "../../../kit/export/export-action.tsx";
import { takePersonalData } from "../../../kit/export/take-personal-data.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { Together } from "../../../shared/ui/together.tsx";
import { getConsent } from "../api/personal-data.ts";
import { profileKeys } from "../profile-keys.ts";
import { AgreeAgain } from "./agree-again.tsx";
import { AskErasure } from "./ask-erasure.tsx";
import { ConsentFacts } from "./consent-facts.tsx";
import { personalDataWords } from "./personal-data-words.ts";

/** What is held of the reader: their agreement, a file with everything, and the way to have it erased. */
export function PersonalDataPage() {
  const words = useWords(personalDataWords);
  const query = useQuery({ queryKey: profileKeys.consent, queryFn: getConsent, staleTime: 0 });
  return (
    <>
      <PageHeader title={words.title} />
      <Together reads={[query]}>
        <QueryView query={query}>{(consent) => <ConsentFacts consent={consent} />}</QueryView>
        {typeof query.data?.withdrawnAt === "string" && <AgreeAgain />}
        <section className="section stack">
          <h2 className="cap">{words.exportTitle}</h2>
          <p className="muted">{words.exportLine}</p>
          <ExportAction take={() => takePersonalData("me")} testId="export-my-data">
            {words.export}
          </ExportAction>
        </section>
        {query.data !== undefined && <AskErasure consent={query.data} />}
      </Together>
    </>
  );
}

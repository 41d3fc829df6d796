import { ExportAction } from "../../../kit/export/export-action.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { type AuditFilters, fetchAuditFile } from "../api/audit-requests.ts";
import { auditWords } from "./audit-words.ts";

/** Takes out what the filters show. */
export function ExportButton({ filters }: { filters: AuditFilters }) {
  const words = useWords(auditWords);
  return (
    <section className="section">
      <ExportAction take={() => fetchAuditFile(filters)} testId="export-audit">
        {words.export}
      </ExportAction>
    </section>
  );
}

import { useState } from "react";
import { saveFile } from "../../../shared/files/save-file.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { type AuditFilters, fetchAuditFile } from "../api/audit-requests.ts";
import { auditWords } from "./audit-words.ts";

/** Takes out what the filters show; the button says how it went. */
export function ExportButton({ filters }: { filters: AuditFilters }) {
  const words = useWords(auditWords);
  const [state, setState] = useState<"export" | "exporting" | "exported" | "failed">("export");
  const take = async () => {
    setState("exporting");
    try {
      const { name, file } = await fetchAuditFile(filters);
      saveFile(name, file);
      setState("exported");
    } catch {
      setState("failed");
    }
  };
  return (
    <section className="section">
      <Action tone="quiet" busy={state === "exporting"} onPress={() => void take()} testId="export-audit">
        {words.export}
      </Action>
      {state !== "export" && (
        <p className="muted" role="status" data-testid="export-state">
          {words[state]}
        </p>
      )}
    </section>
  );
}

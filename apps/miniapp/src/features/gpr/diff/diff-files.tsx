import type { GprDiff } from "@stsphera/contracts";
import { ExportAction } from "../../../kit/export/export-action.tsx";
import { fetchFile } from "../../../kit/export/take-file.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { diffWords } from "./diff-words.ts";

const KINDS = ["xlsx", "pdf"] as const;

/** The paper of changes, to be printed or sent. */
export function DiffFiles({ before, after }: Pick<GprDiff, "before" | "after">) {
  const words = useWords(diffWords);
  const path = `/api/gpr-versions/${after.id}/diff/file?with=${before.id}`;
  return (
    <section className="section">
      {KINDS.map((kind) => (
        <ExportAction
          key={kind}
          take={async () => ({
            name: `${words.file(before.number, after.number)}.${kind}`,
            file: await fetchFile(`${path}&as=${kind}`),
          })}
          testId={`diff-${kind}`}
        >
          {words[kind]}
        </ExportAction>
      ))}
    </section>
  );
}

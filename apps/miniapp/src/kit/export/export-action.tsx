import { useState } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import { Action } from "../../shared/ui/action.tsx";
import { exportWords } from "./export-words.ts";
import { saveFile } from "./take-file.ts";

type Props = {
  children: string;
  /** Makes the file and fetches it. */
  take: () => Promise<{ name: string; file: Blob }>;
  testId: string;
};

/** Takes something out as a file; a line under the button says how it went. */
export function ExportAction({ children, take, testId }: Props) {
  const words = useWords(exportWords);
  const [state, setState] = useState<"rests" | keyof typeof words>("rests");
  const press = async () => {
    setState("exporting");
    try {
      const { name, file } = await take();
      saveFile(name, file);
      setState("exported");
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <Action tone="quiet" busy={state === "exporting"} onPress={() => void press()} testId={testId}>
        {children}
      </Action>
      {state !== "rests" && (
        <p className="muted" role="status" data-testid="export-state">
          {words[state]}
        </p>
      )}
    </>
  );
}

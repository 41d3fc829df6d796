import { codeInWords } from "@stsphera/contracts/chats/code";
import { clockOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { chatsWords } from "../chats-words.ts";

type Props = { code: string; expiresAt: string; objectName: string; onClose: () => void };

/** The line that links a chat, and where to send it. */
export function CodeSheet({ code, expiresAt, objectName, onClose }: Props) {
  const words = useWords(chatsWords);
  const line = `/link ${codeInWords(code)}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(line);
      showToast(words.copied);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      showToast(words.notCopied);
    }
  };
  return (
    <Sheet title={words.code} caption={objectName} onClose={onClose} testId="chat-code">
      <div className="stack">
        <p className="figure tabular" data-testid="chat-code-line">
          {line}
        </p>
        <p className="muted">{words.until(clockOf(expiresAt))}</p>
        <ol className="stack">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Action onPress={() => void copy()} testId="copy-code">
          {words.copy}
        </Action>
      </div>
    </Sheet>
  );
}

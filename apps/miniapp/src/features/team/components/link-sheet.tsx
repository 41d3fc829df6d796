import type { InvitationLink } from "@stsphera/contracts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { invitationWords } from "../invitation-words.ts";
import { shareLink } from "../share-link.ts";

type Props = { invitation: InvitationLink; objectName: string; onClose: () => void };

/** A link to show to a camera, to send or to copy. */
export function LinkSheet({ invitation: { link, qr, role, immediate }, objectName, onClose }: Props) {
  const words = useWords(invitationWords);
  const captions = useWords(roleCaptions);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      showToast(words.copied);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      showToast(words.notCopied);
    }
  };
  return (
    <Sheet title={captions[role]} caption={objectName} onClose={onClose} testId="link-sheet">
      <div className="stack">
        <img
          className="invitation-qr"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qr)}`}
          alt={words.showOf(captions[role])}
          data-testid="invitation-qr"
        />
        <p className="muted">{words.scan}</p>
        <p className="muted">{immediate ? words.atOnce : words.waits}</p>
        <p className="invitation-link" data-testid="invitation-link">
          {link}
        </p>
        <Action
          onPress={() => void shareLink(link, words.message(objectName, captions[role]))}
          testId="share-link"
        >
          {words.share}
        </Action>
        <Action tone="quiet" onPress={() => void copy()} testId="copy-link">
          {words.copy}
        </Action>
      </div>
    </Sheet>
  );
}

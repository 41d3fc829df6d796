import type { SignInLink } from "@stsphera/contracts";
import { clockOf } from "../../shared/format/times.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { host } from "../../shared/telegram/host.ts";
import { Action } from "../../shared/ui/action.tsx";
import { Sheet } from "../../shared/ui/sheet.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { linkWords } from "./link-words.ts";
import "./link-sheet.css";

type Props = { link: SignInLink; title: string; line: string; caption?: string; onClose: () => void };

/** A one-time link with its code. It is shown here once: nobody can read it again. */
export function LinkSheet({ link: { link, qr, expiresAt }, title, line, caption, onClose }: Props) {
  const words = useWords(linkWords);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => showToast(words.copied),
      () => showToast(words.notCopied),
    );
  const opensOutside = host.kind !== "browser" && host.supports("6.1");
  return (
    <Sheet
      title={title}
      {...(caption === undefined ? {} : { caption })}
      onClose={onClose}
      testId="sign-in-link"
    >
      <div className="sign-in-link">
        <p>{line}</p>
        <img src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={words.qr} />
        <p className="muted tabular">{words.until(clockOf(expiresAt))}</p>
        <p className="sign-in-link-text" data-testid="sign-in-link-text">
          {link}
        </p>
        <Action onPress={() => void copy()} testId="copy-link">
          {words.copy}
        </Action>
        {opensOutside && (
          <Action
            tone="quiet"
            onPress={() => host.post("web_app_open_link", { url: link })}
            testId="open-link"
          >
            {words.open}
          </Action>
        )}
      </div>
    </Sheet>
  );
}

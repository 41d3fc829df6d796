import { useOnline } from "../../../shared/api/connection.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { hasPasskeys } from "../../../shared/passkey-support.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { signInByPasskey } from "../api/sign-in-requests.ts";
import { signInWords } from "../sign-in-words.ts";
import { useEntering } from "./use-entering.ts";

/** How to get in without Telegram: a passkey, a link of one's own, or the administrator. */
export function WaysIn() {
  const words = useWords(signInWords);
  const online = useOnline();
  const { busy, refusal, press } = useEntering(signInByPasskey);
  return (
    <div className="sign-in" data-testid="ways-in">
      <h1>{words.title}</h1>
      {!online && (
        <p className="sign-in-error" role="status" data-testid="sign-in-offline">
          {words.offline}
        </p>
      )}
      <section>
        {hasPasskeys() ? (
          <>
            <Action onPress={press} busy={busy} disabled={!online} testId="sign-in-passkey">
              {words.passkey}
            </Action>
            <p className="muted">{words.passkeyLine}</p>
          </>
        ) : (
          <p>{words.noPasskeys}</p>
        )}
        {refusal !== null && (
          <p className="sign-in-error" role="alert">
            {refusal}
          </p>
        )}
      </section>
      <section>
        <h2>{words.byLink}</h2>
        <p>{words.byLinkLine}</p>
        <p className="muted">{words.byQr}</p>
      </section>
      <section>
        <h2>{words.neither}</h2>
        <p>{words.neitherLine}</p>
      </section>
    </div>
  );
}

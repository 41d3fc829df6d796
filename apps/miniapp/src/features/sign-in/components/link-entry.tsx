import type { LinkView } from "@stsphera/contracts";
import { useCallback, useEffect, useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { isAway } from "../../../shared/api/passing.ts";
import { clockOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { lookAtLink, signInByLink } from "../api/sign-in-requests.ts";
import { signInWords } from "../sign-in-words.ts";
import { splitSentence } from "../split-sentence.ts";
import { useEntering } from "./use-entering.ts";

/** Says who signs in by the link and waits for a press: a preview of the link uses nothing up. */
export function LinkEntry({ secret, onLeave }: { secret: string; onLeave: () => void }) {
  const words = useWords(signInWords);
  const { view, failure, ask } = useLinkView(secret);
  const { busy, refusal, press } = useEntering(() => signInByLink(secret));
  if (failure !== null) {
    const { title, line } = splitSentence(errorSentence(failure));
    const action = isAway(failure)
      ? { text: words.retry, onPress: ask }
      : { text: words.again, onPress: onLeave };
    return <NoticeBlock title={title} line={line} action={action} testId="link-refused" />;
  }
  if (view === null) return <Skeleton rows={3} />;
  const { fullName, expiresAt, givenBy } = view;
  return (
    <div className="sign-in" data-testid="link-entry">
      <h1>{words.who(fullName)}</h1>
      <section>
        <p className="muted">{words.until(clockOf(expiresAt))}</p>
        {givenBy !== null && <p>{words.given(givenBy)}</p>}
        {refusal !== null && (
          <p className="sign-in-error" role="alert">
            {refusal}
          </p>
        )}
        <Action onPress={press} busy={busy} testId="enter-by-link">
          {words.enter}
        </Action>
        <Action tone="quiet" onPress={onLeave} disabled={busy} testId="not-me">
          {words.notMe}
        </Action>
      </section>
    </div>
  );
}

/** Asked outside the cache of the app, which keeps its answers on the phone. */
function useLinkView(secret: string) {
  const [view, setView] = useState<LinkView | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const load = useCallback(
    () =>
      lookAtLink(secret).then(setView, (error: unknown) =>
        setFailure(error instanceof Error ? error : new Error(String(error))),
      ),
    [secret],
  );
  useEffect(() => void load(), [load]);
  const ask = () => {
    setFailure(null);
    void load();
  };
  return { view, failure, ask };
}

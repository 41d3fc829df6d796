import type { MyConsent } from "@stsphera/contracts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { askErasure } from "../api/personal-data.ts";
import { profileKeys } from "../profile-keys.ts";
import { useMoment } from "./consent-facts.tsx";
import { personalDataWords } from "./personal-data-words.ts";

/** Asks the administrators to erase the reader's data: two taps, at most once a day. */
export function AskErasure({ consent: { askedAt, dueOn, mayAskAt } }: { consent: MyConsent }) {
  const words = useWords(personalDataWords);
  const locale = useLocale();
  const say = useMoment();
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: askErasure,
    onSuccess: () => showToast(words.asked),
    onError: (error) => showToast(errorSentence(error)),
    onSettled: () => {
      setSure(false);
      return client.invalidateQueries({ queryKey: profileKeys.consent });
    },
  });
  return (
    <section className="section stack">
      <h2 className="cap">{words.eraseTitle}</h2>
      <p className="muted">{words.eraseLine}</p>
      {askedAt !== null && dueOn !== null && (
        <p role="status" data-testid="erasure-asked">
          {words.askedAt(say(askedAt), sayDay(dueOn, locale))}
        </p>
      )}
      {mayAskAt !== null ? (
        <p className="muted">{words.againAt(say(mayAskAt))}</p>
      ) : (
        <Action
          tone={sure ? "danger" : "quiet"}
          busy={isPending}
          onPress={() => (sure ? mutate() : setSure(true))}
          testId={sure ? "erasure-sure" : "erasure-ask"}
        >
          {sure ? words.sure : words.ask}
        </Action>
      )}
    </section>
  );
}

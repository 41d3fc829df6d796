import { CONSENT_BUTTONS, consentSentence } from "@stsphera/contracts/people/consent-sentence";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { agreeAgain } from "../api/personal-data.ts";
import { profileKeys } from "../profile-keys.ts";
import { personalDataWords } from "./personal-data-words.ts";

/** Gives a withdrawn agreement anew, which takes the request for erasure back. */
export function AgreeAgain() {
  const words = useWords(personalDataWords);
  const locale = useLocale();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: agreeAgain,
    onSuccess: () => showToast(words.agreed),
    onError: (error) => showToast(errorSentence(error)),
    onSettled: () => client.invalidateQueries({ queryKey: profileKeys.consent }),
  });
  return (
    <section className="section stack">
      <p>{words.agreeLine}</p>
      <p className="muted">
        {consentSentence("again", locale)}{" "}
        <a href="/telegram/privacy" target="_blank" rel="noreferrer">
          {words.privacy}
        </a>
      </p>
      <Action tone="primary" busy={isPending} onPress={() => mutate()} testId="agree-again">
        {CONSENT_BUTTONS[locale].again}
      </Action>
    </section>
  );
}

import type { SignInLink, UserCard } from "@stsphera/contracts";
import { signInForms } from "@stsphera/contracts/people/forms";
import { useState } from "react";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { LinkSheet } from "../../../kit/sign-in-link/link-sheet.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { giveLink } from "../api/people-requests.ts";
import { peopleWords } from "../people-words.ts";

/** Makes a one-time link for a person who has neither Telegram nor a passkey at hand. */
export function GiveLink({ person: { id, fullName } }: { person: UserCard }) {
  const words = useWords(peopleWords).link;
  const [asking, setAsking] = useState(false);
  const [link, setLink] = useState<SignInLink | null>(null);
  return (
    <>
      <Action tone="quiet" onPress={() => setAsking(true)} testId="give-link">
        {words.give}
      </Action>
      {asking && (
        <FormSheet
          form={signInForms.give}
          card={{}}
          scope="sign_in.give"
          draft={`sign_in.give.${id}`}
          title={words.give}
          caption={fullName}
          send={words.give}
          today={dayOf(serverNow())}
          onSend={async (input, key) => {
            setLink(await giveLink(id, input, key));
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {link !== null && (
        <LinkSheet
          link={link}
          title={words.give}
          caption={fullName}
          line={words.line}
          onClose={() => setLink(null)}
        />
      )}
    </>
  );
}

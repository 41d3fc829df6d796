import type { SignInLink } from "@stsphera/contracts";
import { useState } from "react";
import { LinkSheet } from "../../../kit/sign-in-link/link-sheet.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { hasPasskeys } from "../../../shared/passkey-support.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { createLink, createPasskey } from "../api/devices.ts";
import { deviceWords } from "./device-words.ts";
import { usePressed } from "./use-pressed.ts";

/** Makes a passkey of this device, or a link that opens a browser, where one can be made. */
export function WithoutTelegram() {
  const words = useWords(deviceWords);
  const { busy, press } = usePressed();
  const [link, setLink] = useState<SignInLink | null>(null);
  const canHere = hasPasskeys();
  return (
    <section className="section stack">
      <h2 className="cap">{words.without}</h2>
      <p>{canHere ? words.withoutLine : words.unsupported}</p>
      {canHere && (
        <Action busy={busy} onPress={() => press(createPasskey, words.created)} testId="create-passkey">
          {words.create}
        </Action>
      )}
      <Action
        tone={canHere ? "quiet" : "primary"}
        busy={busy}
        onPress={() => press(async () => setLink(await createLink()))}
        testId="create-link"
      >
        {words.link}
      </Action>
      {link !== null && (
        <LinkSheet link={link} title={words.linkTitle} line={words.linkLine} onClose={() => setLink(null)} />
      )}
    </section>
  );
}

import type { GprCard } from "@stsphera/contracts";
import { HASH_DIGITS } from "@stsphera/contracts/gpr/forms";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiError } from "../../../../shared/api/api-error.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { act, newKey } from "../../../../shared/api/request.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { hapticSuccess } from "../../../../shared/telegram/haptics.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { showToast } from "../../../../shared/ui/toast-store.ts";
import { gprRequest } from "../../api/gpr-requests.ts";
import { GprSignatures, usePeriod } from "../../components/gpr-facts.tsx";
import { signWords } from "../sign-words.ts";

type Props = { gpr: GprCard; onClose: () => void };

/** What is signed and by whom: the content by its hash, the five signers, the reader's own rows. */
export default function SignSheet({ gpr, onClose }: Props) {
  const words = useWords(signWords);
  const client = useQueryClient();
  const period = usePeriod();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  // What was on the screen is signed: a version that became another one meanwhile is refused.
  const [hash] = useState(gpr.hash);
  const { mine } = gpr;
  const sign = async () => {
    if (hash === null) return;
    setBusy(true);
    setRefusal(null);
    try {
      const { method, path, body } = gprRequest(gpr, "sign", { hash: hash.slice(0, HASH_DIGITS) });
      await act(method, path, { body, key: key.current });
      hapticSuccess();
      showToast(words.signed);
      onClose();
    } catch (error) {
      if (error instanceof ApiError) key.current = newKey();
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
      void client.invalidateQueries();
    }
  };
  const own = [words.mine(mine.rows), period(mine.from, mine.to)].filter((part) => part !== null);
  return (
    <Sheet
      title={words.title}
      caption={gpr.title}
      onClose={onClose}
      testId="sign-sheet"
      footer={
        <ActionBar
          text={words.now}
          enabled={hash !== null}
          busy={busy}
          onPress={() => void sign()}
          testId="sign-now"
        />
      }
    >
      {mine.rows > 0 && <p>{own.join(" · ")}</p>}
      {hash !== null && (
        <p className="tabular" data-testid="sign-hash">
          {words.content} {hash.slice(0, 4).toUpperCase()}…{hash.slice(-4).toUpperCase()}
        </p>
      )}
      <p>{words.final}</p>
      <GprSignatures gpr={gpr} />
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="sign-refusal">
          {refusal}
        </p>
      )}
    </Sheet>
  );
}

import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { deviceWords } from "./device-words.ts";
import { Together } from "../../../shared/ui/together.tsx";
import { Passkeys, usePasskeys } from "./passkeys.tsx";
import { Sessions, useSessions } from "./sessions.tsx";
import { WithoutTelegram } from "./without-telegram.tsx";

/** Ways in that need no Telegram, and where the reader is signed in. */
export function DevicesPage() {
  const words = useWords(deviceWords);
  return (
    <>
      <PageHeader title={words.title} />
      <WithoutTelegram />
      <Together reads={[usePasskeys(), useSessions()]}>
        <Passkeys />
        <Sessions />
      </Together>
    </>
  );
}

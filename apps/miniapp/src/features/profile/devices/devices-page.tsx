import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { deviceWords } from "./device-words.ts";
import { Passkeys } from "./passkeys.tsx";
import { Sessions } from "./sessions.tsx";
import { WithoutTelegram } from "./without-telegram.tsx";

/** Ways in that need no Telegram, and where the reader is signed in. */
export function DevicesPage() {
  const words = useWords(deviceWords);
  return (
    <>
      <PageHeader title={words.title} />
      <WithoutTelegram />
      <Passkeys />
      <Sessions />
    </>
  );
}

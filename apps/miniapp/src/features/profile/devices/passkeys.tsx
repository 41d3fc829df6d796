import { useQuery } from "@tanstack/react-query";
import { sayDay } from "../../../shared/format/say-day.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { listPasskeys, removePasskey } from "../api/devices.ts";
import { profileKeys } from "../profile-keys.ts";
import { deviceWords } from "./device-words.ts";
import { usePressed } from "./use-pressed.ts";

/** Read anew whenever a page shows them, once for all parts of the page. */
export const usePasskeys = () =>
  useQuery({ queryKey: [...profileKeys.devices, "passkeys"], queryFn: listPasskeys, staleTime: 2_000 });

/** The reader's passkeys; without one the page has nothing to list. */
export function Passkeys() {
  const words = useWords(deviceWords);
  const locale = useLocale();
  const { busy, press } = usePressed();
  const { data } = usePasskeys();
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="section stack" data-testid="passkeys">
      <h2 className="cap">{words.keysTitle}</h2>
      {data.items.map(({ id, name, createdAt, lastUsedAt }) => (
        <div key={id} className="card stack" data-testid="passkey">
          <b>{name}</b>
          <span className="muted">
            {words.keyFacts(
              sayDay(dayOf(createdAt), locale),
              lastUsedAt === null ? null : sayDay(dayOf(lastUsedAt), locale),
            )}
          </span>
          <Chips>
            <Chip
              disabled={busy}
              onPress={() => press(() => removePasskey(id), words.removed)}
              testId={`remove-passkey-${id}`}
            >
              {words.remove}
            </Chip>
          </Chips>
        </div>
      ))}
    </section>
  );
}

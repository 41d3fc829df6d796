import { Line } from "../../../kit/entity/lines.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { deviceWords } from "./device-words.ts";
import { usePasskeys } from "./passkeys.tsx";

/** Offers the way in without Telegram before it is needed. */
export function DevicesLine() {
  const words = useWords(deviceWords);
  const { data } = usePasskeys();
  return (
    <Line label={words.label} to="/profile/devices" testId="open-devices">
      {data === undefined ? "…" : data.items.length > 0 ? words.keys : words.noKeys}
    </Line>
  );
}

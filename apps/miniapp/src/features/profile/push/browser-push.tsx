import { useWords } from "../../../shared/i18n/locale.ts";
import { host } from "../../../shared/telegram/host.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { offerOf, pushPlace } from "./push-place.ts";
import { pushWords } from "./push-words.ts";
import { usePush } from "./use-push.ts";

/** The switch of notifications in this browser, or why there is none and what to do. */
export function BrowserPush() {
  const words = useWords(pushWords);
  const { mine, busy, switchOn, switchOff, tryOut } = usePush();
  if (mine === undefined) return null;
  const offer = offerOf(pushPlace(host.kind !== "browser"), mine);
  const { rings, sessionId } = mine;
  if (offer === "hidden" || sessionId === null) return null;
  return (
    <section
      className="section"
      data-testid="browser-push"
      data-state={offer === "ready" && rings ? "on" : offer}
    >
      <h2 className="cap">{words.title}</h2>
      {offer === "ready" ? (
        <>
          <Chips label={words.title}>
            <Chip pressed={rings} disabled={busy} onPress={() => !rings && switchOn(mine)} testId="push-on">
              {words.on}
            </Chip>
            <Chip
              pressed={!rings}
              disabled={busy}
              onPress={() => rings && switchOff(sessionId)}
              testId="push-off"
            >
              {words.off}
            </Chip>
            {rings && (
              <Chip disabled={busy} onPress={() => tryOut(sessionId)} testId="push-try">
                {words.try}
              </Chip>
            )}
          </Chips>
          <p className="muted">{words.hint}</p>
        </>
      ) : (
        <p>{words[offer]}</p>
      )}
    </section>
  );
}

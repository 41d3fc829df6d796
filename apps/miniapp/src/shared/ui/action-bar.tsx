import { drawsMainButton, useMainButton, type MainAction } from "../telegram/main-button.ts";
import { useSide } from "./side.ts";
import { Action } from "./action.tsx";

type Props = MainAction & { testId: string; ofPage?: boolean };

/**
 * The screen's one action at the thumb: Telegram's own button where the client draws it, ours elsewhere. Beside
 * Telegram's a button without a look stays in the page, for keyboards and screen readers, which do not reach outside. That of a whole page takes the place of
 * the navigation on a phone.
 */
export function ActionBar(props: Props) {
  // A list beside its thing leaves the place at the thumb to the thing.
  const isBeside = useSide() !== null;
  return isBeside && props.ofPage === true ? null : <Bar {...props} />;
}

function Bar({ testId, ofPage = false, ...action }: Props) {
  useMainButton(action);
  const names = ["action-bar", drawsMainButton ? "action-bar-native" : "", ofPage ? "action-bar-page" : ""];
  return (
    <div className={names.filter((name) => name !== "").join(" ")}>
      <Action onPress={action.onPress} disabled={!action.enabled} busy={action.busy} testId={testId}>
        {action.text}
      </Action>
    </div>
  );
}

import { drawsMainButton, useMainButton, type MainAction } from "../telegram/main-button.ts";
import { Action } from "./action.tsx";

/**
 * The screen's one action at the thumb: Telegram's own button where the client draws it, ours elsewhere. Beside
 * Telegram's a button without a look stays in the page, for keyboards and screen readers, which do not reach outside. That of a whole page takes the place of
 * the navigation on a phone.
 */
export function ActionBar({
  testId,
  ofPage = false,
  ...action
}: MainAction & { testId: string; ofPage?: boolean }) {
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

import { drawsMainButton, useMainButton, type MainAction } from "../telegram/main-button.ts";
import { Action } from "./action.tsx";

/**
 * The screen's one action at the thumb: Telegram's own button where the client draws it, ours elsewhere. Beside
 * Telegram's a button without a look stays in the page, for keyboards and screen readers, which do not reach outside.
 */
export function ActionBar({ testId, ...action }: MainAction & { testId: string }) {
  useMainButton(action);
  return (
    <div className={drawsMainButton ? "action-bar action-bar-native" : "action-bar"}>
      <Action onPress={action.onPress} disabled={!action.enabled} busy={action.busy} testId={testId}>
        {action.text}
      </Action>
    </div>
  );
}

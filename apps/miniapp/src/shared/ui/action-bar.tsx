import { drawsMainButton, useMainButton, type MainAction } from "../telegram/main-button.ts";
import { Action } from "./action.tsx";

/** The screen's one action at the thumb: Telegram's own button where the client draws it, ours elsewhere. */
export function ActionBar({ testId, ...action }: MainAction & { testId: string }) {
  useMainButton(action);
  if (drawsMainButton) return null;
  return (
    <div className="action-bar">
      <Action onPress={action.onPress} disabled={!action.enabled} busy={action.busy} testId={testId}>
        {action.text}
      </Action>
    </div>
  );
}

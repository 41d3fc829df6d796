import { useEffect, useRef } from "react";
import { host } from "./host.ts";

export type MainAction = {
  readonly text: string;
  readonly enabled: boolean;
  readonly busy: boolean;
  readonly onPress: () => void;
};

/** Phone and desktop clients draw the button themselves; in a web page it is ours, of the same size and place. */
export const drawsMainButton = host.kind === "native";

/** Puts the screen's one action on Telegram's MainButton while the caller is shown. */
export function useMainButton(action: MainAction): void {
  const press = useRef(action.onPress);
  useEffect(() => {
    press.current = action.onPress;
  });
  useEffect(() => {
    if (!drawsMainButton) return undefined;
    return host.on("main_button_pressed", () => press.current());
  }, []);
  useEffect(() => {
    if (!drawsMainButton) return;
    host.post("web_app_setup_main_button", {
      is_visible: true,
      is_active: action.enabled && !action.busy,
      is_progress_visible: action.busy,
      text: action.text,
    });
  }, [action.text, action.enabled, action.busy]);
  useEffect(() => {
    if (!drawsMainButton) return undefined;
    return () => host.post("web_app_setup_main_button", { is_visible: false });
  }, []);
}

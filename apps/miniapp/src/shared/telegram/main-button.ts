import { useEffect, useRef } from "react";
import { useColor } from "../theme/theme.ts";
import { host } from "./host.ts";

export type MainAction = {
  readonly text: string;
  readonly enabled: boolean;
  readonly busy: boolean;
  readonly onPress: () => void;
};

/** Telegram draws the button itself, on a phone and round a frame; in a plain browser it is ours, in the same place. */
export const drawsMainButton = host.kind !== "browser";

/** Puts the screen's one action on Telegram's MainButton while the caller is shown. */
export function useMainButton(action: MainAction): void {
  const press = useRef(action.onPress);
  const color = useColor("--led");
  const ink = useColor("--led-ink");
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
      color,
      text_color: ink,
    });
  }, [action.text, action.enabled, action.busy, color, ink]);
  useEffect(() => {
    if (!drawsMainButton) return undefined;
    return () => host.post("web_app_setup_main_button", { is_visible: false });
  }, []);
}

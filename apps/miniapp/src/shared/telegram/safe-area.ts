import type { TelegramHost } from "./telegram-host.ts";

type Insets = { top?: number; bottom?: number; left?: number; right?: number };

const px = (value: unknown) => `${typeof value === "number" && value >= 0 && value < 500 ? value : 0}px`;

/** Telegram's insets (the phone's and its own bars') become CSS variables. */
export function followSafeArea(host: TelegramHost, root: HTMLElement): void {
  const set = (name: string) => (data: unknown) => {
    const insets = (data ?? {}) as Insets;
    root.style.setProperty(`--${name}-top`, px(insets.top));
    root.style.setProperty(`--${name}-bottom`, px(insets.bottom));
  };
  host.on("safe_area_changed", set("safe"));
  host.on("content_safe_area_changed", set("content"));
  if (!host.supports("8.0")) return;
  host.post("web_app_request_safe_area");
  host.post("web_app_request_content_safe_area");
}

import { useSyncExternalStore } from "react";
import { onPhone } from "../storage.ts";
import { host } from "../telegram/host.ts";
import { baseOf, tokensOf } from "./telegram-tokens.ts";

export const THEMES = ["telegram", "dark", "light", "street"] as const;
export type Theme = (typeof THEMES)[number];

const STORED_AS = "stsphera.theme";
const listeners = new Set<() => void>();
let telegramColors = host.launch.theme;

const isTheme = (value: string | null): value is Theme => THEMES.includes(value as Theme);
const stored = onPhone.getItem(STORED_AS);
let chosen: Theme = isTheme(stored) ? stored : "telegram";
let applied: string[] = [];

const tell = () => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function apply(): void {
  const root = document.documentElement;
  for (const name of applied) root.style.removeProperty(name);
  const tokens = chosen === "telegram" ? tokensOf(telegramColors) : {};
  applied = Object.keys(tokens);
  for (const [name, value] of Object.entries(tokens)) root.style.setProperty(name, value);
  root.dataset["theme"] = chosen === "telegram" ? baseOf(telegramColors) : chosen;
  tell();
  const stage = getComputedStyle(root).getPropertyValue("--stage-0").trim();
  const color = /^#[0-9a-f]{3}$/i.test(stage) ? stage.replace(/[0-9a-f]/gi, "$&$&") : stage;
  if (!/^#[0-9a-f]{6}$/i.test(color)) return;
  host.post("web_app_set_header_color", { color });
  host.post("web_app_set_background_color", { color });
  host.post("web_app_set_bottom_bar_color", { color });
}

/** Draws the stored theme and follows Telegram's while that is the choice. */
export function startTheme(): void {
  host.on("theme_changed", (data) => {
    const params = (data as { theme_params?: Record<string, string> } | null)?.theme_params ?? {};
    telegramColors = Object.fromEntries(
      Object.entries(params).filter(([, color]) => /^#[0-9a-f]{6}$/i.test(color)),
    );
    apply();
  });
  apply();
  host.post("web_app_request_theme");
}

export function chooseTheme(theme: Theme): void {
  chosen = theme;
  onPhone.setItem(STORED_AS, theme);
  apply();
}

function colorNow(name: string): string | undefined {
  const color = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
}

/** A colour as it is drawn now: it changes with the theme, chosen here or sent by Telegram. */
export const useColor = (name: string): string | undefined =>
  useSyncExternalStore(subscribe, () => colorNow(name));

export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => chosen);

import { luminance, mix, readable } from "./color.ts";

type Colors = Readonly<Record<string, string>>;
export type Base = "dark" | "light";

/** The least contrast of text that is read, whatever Telegram's theme says. */
export const LEAST_CONTRAST = 4.5;

/** Which of our stages a Telegram theme asks for; dark when it says nothing. */
export function baseOf(theme: Colors): Base {
  const background = theme["bg_color"] ?? theme["secondary_bg_color"];
  return background !== undefined && luminance(background) > 0.4 ? "light" : "dark";
}

function accentTokens(theme: Colors, surfaces: readonly string[], tokens: Record<string, string>): void {
  const accent = theme["button_color"] ?? theme["accent_text_color"] ?? theme["link_color"];
  if (accent === undefined) return;
  const led = readable(accent, surfaces, LEAST_CONTRAST);
  tokens["--led"] = led;
  tokens["--led-ink"] = readable(theme["button_text_color"] ?? "#ffffff", [led], LEAST_CONTRAST);
}

/**
 * CSS variables that follow Telegram's theme. The dark stage is our own, LED and all; the light one takes surfaces,
 * inks and accent, and every ink is moved until it reads on each surface.
 */
export function tokensOf(theme: Colors): Record<string, string> {
  if (baseOf(theme) === "dark") return {};
  const tokens: Record<string, string> = {};
  const card = theme["section_bg_color"] ?? theme["bg_color"] ?? "#ffffff";
  const ground = theme["secondary_bg_color"] ?? mix(card, "#000000", 0.06);
  const surfaces = [ground, mix(ground, card, 0.5), card, mix(ground, "#000000", 0.05)];
  surfaces.forEach((surface, index) => {
    tokens[`--stage-${index}`] = surface;
  });
  tokens["--line"] = mix(ground, "#000000", 0.14);
  const text = theme["text_color"] ?? "#14161a";
  const hint = theme["subtitle_text_color"] ?? theme["hint_color"] ?? "#4b515c";
  tokens["--ink"] = readable(text, surfaces, 7);
  tokens["--ink-2"] = readable(hint, surfaces, 5.5);
  tokens["--ink-3"] = readable(hint, surfaces, LEAST_CONTRAST);
  accentTokens(theme, surfaces, tokens);
  return tokens;
}

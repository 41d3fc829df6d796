const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/android/i, "Android"],
  [/iphone|ipad|ipod/i, "iOS"],
  [/windows/i, "Windows"],
  [/mac os|macintosh/i, "macOS"],
  [/cros/i, "ChromeOS"],
  [/linux/i, "Linux"],
];
/** Browsers that name others beside themselves come first. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/yabrowser/i, "Яндекс Браузер"],
  [/samsungbrowser/i, "Samsung Internet"],
  [/edg(e|a|ios)?\//i, "Edge"],
  [/opr\/|opera/i, "Opera"],
  [/firefox|fxios/i, "Firefox"],
  [/chrome|crios|chromium/i, "Chrome"],
  [/safari/i, "Safari"],
];

const named = (agent: string, list: typeof SYSTEMS): string | undefined =>
  list.find(([pattern]) => pattern.test(agent))?.[1];

/** The browser and the system of a User-Agent, in words that its owner recognizes: `Chrome, Android`. */
export function browserName(agent: string | undefined): string {
  const text = (agent ?? "").slice(0, 500);
  const parts = [named(text, BROWSERS), named(text, SYSTEMS)].filter((part) => part !== undefined);
  return parts.length === 0 ? "—" : parts.join(", ");
}

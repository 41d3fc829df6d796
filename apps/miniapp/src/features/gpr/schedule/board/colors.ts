import { useMemo } from "react";
import { useColor } from "../../../../shared/theme/theme.ts";

const NAMES = {
  stage0: "--stage-0",
  stage1: "--stage-1",
  stage2: "--stage-2",
  stage3: "--stage-3",
  line: "--line",
  hairline: "--hairline",
  ink: "--ink",
  ink2: "--ink-2",
  ink3: "--ink-3",
  led: "--led",
  ledInk: "--led-ink",
  bad: "--bad",
  warn: "--warn",
  ok: "--ok",
} as const;

export type BoardColors = Readonly<Record<keyof typeof NAMES, string>> & { readonly font: string };

/** The tokens of the theme as a canvas takes them; they are read anew when the theme changes. */
export function useBoardColors(): BoardColors {
  const [stage, ink, led] = [useColor("--stage-0"), useColor("--ink"), useColor("--led")];
  // The three stand for the theme: no two themes have all of them alike.
  return useMemo(() => readColors({ stage, ink, led }), [stage, ink, led]);
}

type Known = Readonly<Record<"stage" | "ink" | "led", string | undefined>>;

function readColors({ stage, ink, led }: Known): BoardColors {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const read = Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => [key, token(name)]),
  ) as unknown as Record<keyof typeof NAMES, string>;
  return {
    ...read,
    stage0: stage ?? read.stage0,
    ink: ink ?? read.ink,
    led: led ?? read.led,
    font: token("--text"),
  };
}

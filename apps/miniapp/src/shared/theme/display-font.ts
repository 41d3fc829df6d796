import cyrillic from "@fontsource-variable/oswald/files/oswald-cyrillic-wght-normal.woff2?url";
import latin from "@fontsource-variable/oswald/files/oswald-latin-wght-normal.woff2?url";
import { onPhone } from "../storage.ts";

const FACES = [
  [cyrillic, "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116"],
  [latin, "U+0000-00FF, U+2000-206F, U+20AC, U+2212"],
] as const;
const STORED_AS = "stsphera.font";
/** The first time the figures come before the letters they are set in. */
const AFTER_MS = 1200;

async function load(): Promise<void> {
  const faces = FACES.map(
    ([url, unicodeRange]) =>
      new FontFace("Oswald Variable", `url(${url}) format("woff2")`, { unicodeRange, weight: "200 700" }),
  );
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
  onPhone.setItem(STORED_AS, latin);
}

/** Once the letters lie in the phone's cache they are there at the start. */
export function startFont(): void {
  const go = () => void load().catch(reportError);
  if (onPhone.getItem(STORED_AS) === latin) go();
  else setTimeout(go, AFTER_MS);
}

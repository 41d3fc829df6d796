import { expect, test } from "vitest";
import { isPhoto } from "./photo-signature.ts";

const file = (...parts: (string | number[])[]) =>
  new Blob(parts.map((part) => (typeof part === "string" ? part : new Uint8Array(part))));

test("pictures are known by their first bytes", async () => {
  const pictures = [
    file([0xff, 0xd8, 0xff, 0xe0], "rest"),
    file([0x89], "PNG\r\n"),
    file("RIFF", [1, 2, 3, 4], "WEBPVP8 "),
    file([0, 0, 0, 24], "ftypheic"),
  ];
  for (const picture of pictures) expect(await isPhoto(picture)).toBe(true);
});

test("a text that is called photo.jpg is none", async () => {
  for (const other of [
    file("this is a text"),
    file(""),
    file("RIFF", [1, 2, 3, 4], "WAVE"),
    file("%PDF-1.7"),
  ]) {
    expect(await isPhoto(other)).toBe(false);
  }
});

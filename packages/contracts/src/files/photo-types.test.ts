import { expect, test } from "vitest";
import { mayBePhoto } from "./photo-types.ts";

test.each([
  ["image/jpeg", "Юг 11.jpg"],
  ["image/jpg", "Юг 11.jpg"],
  ["IMAGE/JPEG", undefined],
  ["image/heic", "IMG_0412.HEIC"],
  ["", "IMG_0412.HEIC"],
  [undefined, undefined],
  ["application/octet-stream", "photo"],
  ["application/octet-stream", "фото.JPEG"],
])("a photo announced as %s, named %s, is taken", (type, name) => {
  expect(mayBePhoto(type, name)).toBe(true);
});

test.each([
  ["application/pdf", "Акт.jpg"],
  ["application/octet-stream", "узел.dwg"],
  ["", "сводка.xlsx"],
  ["video/mp4", undefined],
  ["image/svg+xml", "план.svg"],
])("%s, named %s, is something else", (type, name) => {
  expect(mayBePhoto(type, name)).toBe(false);
});

import type { PhotoLinks } from "../../kernel/index.ts";

/** A fake file store in which every file has 1000 bytes. */
export const TEST_LINKS: PhotoLinks = {
  sign: (key, size, saveAs) =>
    `https://files.test/${size}/${key}${saveAs === undefined ? "" : `?name=${encodeURIComponent(saveAs)}`}`,
  upload: (key) => ({ url: `https://files.test/${key}`, headers: {} }),
  sizeOf: () => Promise.resolve(1000),
};

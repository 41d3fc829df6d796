import type { Locale } from "@stsphera/contracts/vocabulary";

/** What every message needs to know besides its payload. */
export type Rendering = {
  readonly locale: Locale;
  /** Public address of the Mini App, without a path. */
  readonly publicUrl: string;
};

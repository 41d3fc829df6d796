import type { Locale } from "@stsphera/contracts/vocabulary";

/** What every message needs besides its payload. */
export type Rendering = {
  readonly locale: Locale;
  /** Public URL of the Mini App, without a path. */
  readonly publicUrl: string;
};

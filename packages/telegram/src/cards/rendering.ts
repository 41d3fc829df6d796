import type { Locale } from "@stsphera/contracts/vocabulary";

/** What every message needs besides its payload. */
export type Rendering = {
  readonly locale: Locale;
  /** Public URL of the Mini App, without a path. */
  readonly publicUrl: string;
};

/** The same with the reader's current day, for messages with days in them. */
export type DatedRendering = Rendering & { readonly today: string };

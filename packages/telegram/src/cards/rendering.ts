import type { Locale } from "@stsphera/contracts/vocabulary";

/** What every message needs besides its payload. */
export type Rendering = {
  readonly locale: Locale;
  /** Public URL of the Mini App, without a path. */
  readonly publicUrl: string;
};

/** The same with the reader's current day, for messages with days in them. */
export type DatedRendering = Rendering & { readonly today: string };

/** The reader of a thing's card; `today` is the object's day in a notification, else the reader's. */
export type CardReader = {
  readonly readerId: number;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
  readonly today: string;
};

/** With the news of a notification; without news the card is shown in full. */
export type CardView<News> = CardReader & { readonly news?: News | null };

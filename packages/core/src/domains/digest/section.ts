import type { Locale } from "@stsphera/contracts/vocabulary";
import type { UserActor } from "@stsphera/rbac";
import type { Button, HtmlValue } from "@stsphera/telegram";
import type { Context, Day } from "../../kernel/index.ts";
import type { LedPart } from "../shifts/index.ts";

/** A running object that the reader of a morning card works on, on its current day. */
export type MorningObject = {
  id: number;
  name: string;
  today: Day;
  works: boolean;
  /** The working day before today. */
  lastWorkday: Day | null;
  /** Whether zones with a foreman divide it. */
  hasForemen: boolean;
  /** A deputy does the reader's work there today. */
  away: boolean;
  manages: boolean;
  /** In whose place alone the reader manages it. */
  managesFor: readonly string[] | null;
  /** The parts of its shift that the reader answers for. */
  leads: readonly LedPart[];
};

/** Whose morning it is: everything is read with the rights that they have now. */
export type MorningReader = {
  ctx: Context;
  actor: UserActor;
  /** In the reader's time zone. */
  today: Day;
  /** The last day that counts as tomorrow: over days off, that of the next working day. */
  tomorrow: Day;
  objects: readonly MorningObject[];
};

export type MorningView = { locale: Locale; today: Day; publicUrl: string };

/** What a section shows, in the language of the reader: blocks of lines, set apart by an empty line. Every line leads to its thing by a button. */
export type Shown = {
  blocks(view: MorningView): HtmlValue[][];
  buttons(view: MorningView): Button[][];
};

/** Reads its part of a morning; null when it has nothing to say. */
export type Section = (reader: MorningReader) => Promise<Shown | null>;

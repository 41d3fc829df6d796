import type { LineCount } from "@stsphera/contracts";
import type { OrderedCell } from "./order-lines.ts";

/** How many of a day's lines have an entry: in the form, the chat, the dashboard's shift and the day's card. */
export const countLines = (lines: readonly OrderedCell[]): LineCount => ({
  entered: lines.filter(({ doneOfDay }) => doneOfDay !== null).length,
  total: lines.length,
});

import type { LineCount } from "@stsphera/contracts";
import type { OrderedCell } from "./order-lines.ts";

/**
 * How many of a day's lines have an entry: in the form, the chat, the dashboard's shift and the day's card. Nothing is
 * planned for a day off, so that the total of one is 0, whatever was entered.
 */
export const countLines = (lines: readonly OrderedCell[], { working }: { working: boolean }): LineCount => ({
  entered: lines.filter(({ doneOfDay }) => doneOfDay !== null).length,
  total: working ? lines.length : 0,
});

/** Whether a local time (`HH:MM`) lies between two others; the end may be on the next day. Equal ends hold nothing. */
export function isBetween(clock: string, from: string, to: string): boolean {
  return from > to ? clock >= from || clock < to : clock >= from && clock < to;
}

let offset = 0;

/** The server's clock leads: undo windows and days are counted by it, not by the phone's. */
export function noteServerTime(instant: string | number): void {
  offset = new Date(instant).getTime() - Date.now();
}

export const clockOffset = (): number => offset;

/** Takes the difference that was kept with the session of this tab. */
export function restoreServerClock(kept: number): void {
  offset = kept;
}

export const serverNow = (): number => Date.now() + offset;

/** Issue time of a token, in milliseconds; null when it carries none. Read for the clock alone, never for rights. */
export function issuedAt(token: string): number | null {
  const payload = token.split(".")[1];
  if (payload === undefined) return null;
  const json = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
  const match = /"iat"\s*:\s*(\d+)/.exec(json);
  return match === null ? null : Number(match[1]) * 1000;
}

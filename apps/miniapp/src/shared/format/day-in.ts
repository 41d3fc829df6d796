/** The day that an address asks for, `?day=2026-09-09`; null when it names none. */
export function dayIn(search: string): string | null {
  const day = new URLSearchParams(search).get("day");
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}

/** The zone of the person who reads; until he is known, the phone's. */
let readerZone: string | undefined;

export function setReaderZone(timeZone: string): void {
  readerZone = timeZone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(key: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

const zoneOr = (timeZone: string | undefined) => (timeZone === undefined ? {} : { timeZone });

/** «17:05» in the given zone, or in the reader's. */
export function clockOf(instant: string | number, timeZone = readerZone): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zoneOr(timeZone) } as const;
  return formatter(`clock ${timeZone}`, "ru", options).format(new Date(instant));
}

/** The calendar day (`YYYY-MM-DD`) of an instant in the given zone, or in the reader's. */
export function dayOf(instant: string | number, timeZone = readerZone): string {
  const options = { year: "numeric", month: "2-digit", day: "2-digit", ...zoneOr(timeZone) } as const;
  return formatter(`day ${timeZone}`, "en-CA", options).format(new Date(instant));
}

/** The day `count` days away, as a calendar knows them. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** The character of `&…;`, or `&` itself: Telegram supports four names and numeric references. */
export function decodeReference(source: string, position: number): { value: string; length: number } {
  const match = /^&(?:#x([0-9a-f]{1,8})|#([0-9]{1,8})|(lt|gt|amp|quot));?/i.exec(
    source.slice(position, position + 12),
  );
  const [whole, hex, decimal, name] = match ?? [];
  if (whole === undefined) return { value: "&", length: 1 };
  if (name !== undefined) {
    const value = named[name];
    return value === undefined ? { value: "&", length: 1 } : { value, length: whole.length };
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? { value: String.fromCodePoint(code), length: whole.length } : { value: "&", length: 1 };
}

export function decodeReferences(source: string): string {
  let value = "";
  for (let position = 0; position < source.length;) {
    const step = source[position] === "&" ? decodeReference(source, position) : undefined;
    value += step?.value ?? source[position];
    position += step?.length ?? 1;
  }
  return value;
}

/** An integer from 0 up to `below`, derived from the text (FNV-1a): variety without randomness. */
export function spread(words: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(words)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) % below;
}

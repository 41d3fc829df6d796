/** A whole number from 0 up to `below`, the same for the same words (FNV-1a): variety without chance. */
export function spread(words: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(words)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) % below;
}

/** Signs of a code that are read aloud without mistakes: neither 0 and O nor 1 and I. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 8;

/** A code from random bytes, one a sign: eight signs hold 40 bits. */
export const codeFrom = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, LENGTH)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join("");

/** How many random bytes a code needs. */
export const CODE_BYTES = LENGTH;

/** A code as people read it: `K7MP-4QXD`. */
export const codeInWords = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The code in what was typed, in any case, with or without the hyphen; null if it is none. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, "");
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}

import { joinThousands, type Milli, toMilli } from "@stsphera/contracts/format";

const TYPED = /^\d{1,9}([.,]\d{1,3})?$/;

/** What a person typed, comma or dot, spaces allowed; null when it is no quantity. Zero is a number here. */
export function typedMilli(text: string): Milli | null {
  const tight = joinThousands(text.replace(/\p{Cf}/gu, ""));
  return TYPED.test(tight) ? toMilli(tight.replace(",", ".")) : null;
}

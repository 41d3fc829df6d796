/** A typed phone as it is stored: «8 (916) 123-45-67» is +79161234567. Null for what is no phone number. */
export function readPhone(text: string): string | null {
  if (/[^\d\s()+.-]/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, "");
  if (digits.length < 7 || digits.length > 15) return null;
  return digits.length === 11 && digits.startsWith("8") ? `+7${digits.slice(1)}` : `+${digits}`;
}

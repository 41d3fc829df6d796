/** A phone with its middle hidden: «+7 916 ••• 42 17»; «•••» if it is too short. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  if (digits.length < 8) return "•••";
  const tail = `••• ${digits.slice(-4, -2)} ${digits.slice(-2)}`;
  const russian = digits.length === 11 && /^[78]/.test(digits);
  return russian ? `+7 ${digits.slice(1, 4)} ${tail}` : `+${digits.slice(0, 3)} ${tail}`;
}

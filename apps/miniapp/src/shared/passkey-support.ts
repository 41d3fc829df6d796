/** Whether this window can keep and use passkeys: Telegram's own window on phones mostly cannot, a frame never. */
export const hasPasskeys = (): boolean => "PublicKeyCredential" in window && window.parent === window;

/** The person closed the system's question, or it ran out. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError");

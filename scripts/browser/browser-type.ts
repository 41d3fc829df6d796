/** A Chromium, and environment variables that its process needs in addition. */
export type Browser = { executablePath: string; environment: Record<string, string> };

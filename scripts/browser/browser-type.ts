/** A Chromium and what its process needs in the environment beside the caller's own. */
export type Browser = { executablePath: string; environment: Record<string, string> };

/** Secrets for the benchmark only. */
export const BOT_TOKEN = "7000000001:AAStsphera-benchmark-token-0000000";
export const JWT_SECRET = "Rk4tVx9mQs2wLz7nHc5dYb8gPj3fUe6a";

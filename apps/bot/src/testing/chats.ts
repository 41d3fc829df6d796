/** Private chats of the world's users by role; the chat id is the user's Telegram id. */
export const ADMIN = 1_000_001;
export const DIRECTOR = 1_000_002;
export const MANAGER = 1_000_004;
export const SUPPLY = 1_000_009;
export const FOREMAN = 1_000_011;
export const CONTRACT = 1_000_014;
export const GEODESIST = 1_000_015;
export const INSTALLER = 1_000_016;
export const VIEWER = 1_000_017;
/** A user without an account. */
export const NEWCOMER = 1_000_099;

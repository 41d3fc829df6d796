/** Words of people's accounts: codes as they stand in the database, the API and buttons. No imports. */
export const USER_STATUSES = ["pending", "active", "deactivated", "rejected"] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

/** Names of the moves of an account. */
export const USER_MOVES = ["approve", "refuse", "deactivate", "reactivate"] as const;
export type UserMove = (typeof USER_MOVES)[number];

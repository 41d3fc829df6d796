/** How many rows lists have, and how many rows one card has. */
export const MANY = 500;
export const DOZENS = 60;

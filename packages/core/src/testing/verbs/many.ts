/** How many rows there are of what lists show, and of what stands within one card. */
export const MANY = 500;
export const DOZENS = 60;

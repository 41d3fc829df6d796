/** Callback data of the button that opens the list of what waits for the reader. The bot's reader checks it. */
export const approvalsButton = "ap:l:0";

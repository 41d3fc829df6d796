const SPACE = "[ \\u00a0\\u2009\\u202f]";
const AT_ENDS = new RegExp(`^${SPACE}+|(?<!${SPACE})${SPACE}+$`, "g");
const BEFORE_THREE_DIGITS = new RegExp(`(?<=\\d)${SPACE}(?=\\d{3}(?!\\d))`, "g");

/**
 * Joins the groups of thousands of a typed number («1 152,5») and drops spaces at its ends. Other spaces and line breaks
 * stay, so that two numbers («12 13», a pasted cell of two lines) never become one.
 */
export const joinThousands = (text: string): string =>
  text.replace(AT_ENDS, "").replace(BEFORE_THREE_DIGITS, "");

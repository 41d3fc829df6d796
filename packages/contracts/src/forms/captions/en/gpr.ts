/** Questions of the forms of the work schedule. */
export const gpr = {
  "ask.gpr.sign.hash": "A signature is not taken back. When all five have signed, the schedule is in force.",
  "ask.gpr.sign.hash.more": "More",
  "ask.gpr.remark.text": "What should be corrected? One message; numbers of rows are welcome.",
  "ask.gpr.replace.role": "Whose signature will somebody else give?",
  "ask.gpr.replace.role.more": "More",
  "ask.gpr.replace.signerId": "Who will sign?",
  "ask.gpr.object.reason": "Why will it not work? Write one message.",
  "done.gpr.send": "Sent for signing",
  "done.gpr.recall": "A draft again, signatures are void",
  "done.gpr.sign": "Signed",
  "done.gpr.remark": "The project manager has the remark, the version is a draft again",
  "done.gpr.remind": "Reminder sent",
  "done.gpr.agree": "Shift agreed",
  "done.gpr.object": "The objection is sent to the project manager",
  "done.gpr.replace": "The signer is named",
} as const;

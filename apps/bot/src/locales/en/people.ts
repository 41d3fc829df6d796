/** Answers of an admin to a newcomer's card. */
export const people = {
  "people.choose_role": "Which role?",
  "people.choose_reason": "Why?",
  "people.reason.unknown_person": "No such employee",
  "people.reason.second_request": "A second request",
  "people.reason.wrong_bot": "A request by mistake",
  "people.decided": "Already decided: {state}",
} as const;

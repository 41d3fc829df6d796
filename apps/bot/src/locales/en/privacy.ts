/** Which personal data is stored and why. */
export const privacy = {
  "privacy.title": "What is kept and why",
  "privacy.name": "Your name and the number of your Telegram account: records of work need an author.",
  "privacy.phone":
    "Your phone, if you sent it: the administrator knows an employee by it. It is not shown in chats.",
  "privacy.photo": "Photos of the site: they stay with the records of work as proof of what was done.",
  "privacy.work": "Records of work and the time they were made: the object's report is built from them.",
  "privacy.who": "Employees of the company see the data by their roles. It is not given to third parties.",
  "privacy.end": "The administrator corrects a name or closes access.",
} as const;

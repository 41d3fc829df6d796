/** Questions of the forms of user access, for both the bot and the Mini App. */
export const people = {
  "ask.admin.search.search": "Write a part of the name.",
  "ask.admin.deactivate.reason": "Why is access closed? Write it in one message.",
  "ask.admin.reactivate.reason": "Why is access opened again? Write it in one message.",
  "ask.registration.register.fullName": "Write your first name and surname. For example: Sergey Belov",
  "ask.registration.register.phone": "The administrator will know you by it. It is not shown in chats.",
  "ask.registration.register.phone.share": "Send my number",
  "ask.registration.register.phone.none": "Without a phone",
  "ask.registration.register.phone.typed":
    'A number is not typed: the button "Send my number" below the input field sends it. "Without a phone" works, too.',
  "ask.registration.register.phone.foreign": 'This is another person\'s number. Press "Send my number".',
  "ask.registration.rename.fullName": "Write your first name and surname. For example: Sergey Belov",
  "ask.newcomer.approve.role": "Which role?",
  "ask.newcomer.refuse.reason": "Why are they refused?",
  "ask.own_deputy.name.deputyId": "Who stands in for you?",
  "ask.own_deputy.name.fromDay": "From which day?",
  "ask.own_deputy.name.toDay": "Until which day?",
  "ask.own_deputy.name.objectId": "On which sites?",
  "done.own_deputy.name": "The deputy is named",
  "done.own_deputy.end": "The stand-in is over",
  "done.newcomer.approve": "Access is open",
  "done.newcomer.refuse": "Refused",
} as const;

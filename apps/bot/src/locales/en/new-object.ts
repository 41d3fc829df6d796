/** /newobject: creating an object. */
export const newObject = {
  "new_object.title": "🏗 New object",
  "new_object.titled": "🏗 New object · {name}",
  "new_object.contract": "Contract",
  "new_object.facades": "Facades",
  "new_object.manager": "Project manager",
  "new_object.done": "The object is created",
  "new_object.created": "✅ The object is created: {name}",
  "new_object.created_text": "It is a draft yet. Next: the team, facades and floors.",
  "new_object.add_person": "Add a person",
  "new_object.open_card": "The object's card",
  "new_object.resumed": "New object: {name}",
} as const;

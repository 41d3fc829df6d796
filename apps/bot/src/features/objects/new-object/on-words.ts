import { personsToday, readDay } from "../../../engine/days.ts";
import { readWords, sayExpected, typedText } from "../../../engine/typed.ts";
import type { Turn } from "../../../engine/turn.ts";
import type { NewObject } from "./dialogue.ts";
import { goOn } from "./on-step.ts";
import { showNewObject } from "./show.ts";

const MOST = { name: 200, city: 100, address: 300, customer: 200 };

/**
 * «Москва, проезд Стеклодувов, вл. 6»: the city stands before the first comma; what is too long for a city is an address
 * as a whole.
 */
function placeOf(text: string): { city: string; address: string } {
  const [first = "", ...rest] = text.split(",");
  const city = first.trim();
  return city.length > MOST.city ? { city: "", address: text } : { city, address: rest.join(",").trim() };
}

async function onDay(turn: Turn, d: NewObject): Promise<void> {
  const text = typedText(turn);
  const today = personsToday(turn);
  const signed = d.step === "contract";
  const day = text === null ? null : readDay(text, today, { past: signed });
  if (day === null) return sayExpected(turn, "day");
  return goOn(turn, signed ? { ...d, contractDate: day } : { ...d, deadline: day });
}

/** Whatever a person sends that is no command; nothing of the dialogue is lost. */
export async function onNewObjectWords(turn: Turn, d: NewObject): Promise<void> {
  switch (d.step) {
    case "name": {
      const name = readWords(turn, { most: MOST.name });
      return name === null ? undefined : goOn(turn, { ...d, name });
    }
    case "place": {
      const place = readWords(turn, { most: MOST.address });
      return place === null ? undefined : goOn(turn, { ...d, ...placeOf(place) });
    }
    case "customer": {
      const customer = readWords(turn, { most: MOST.customer });
      return customer === null ? undefined : goOn(turn, { ...d, customer });
    }
    case "contract":
    case "deadline":
      return onDay(turn, d);
    case "manager": {
      const search = typedText(turn);
      if (search === null || search.length > 80) return sayExpected(turn, "name");
      return showNewObject(turn, { ...d, search, page: 0 });
    }
    case "facades":
    case "confirm":
      return sayExpected(turn, "button");
  }
}

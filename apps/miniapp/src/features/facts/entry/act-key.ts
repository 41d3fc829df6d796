import { newKey } from "../../../shared/api/request.ts";

/** The key of an act: the same while what is sent stays the same, another one as soon as it changes. */
export function createActKey(): (body: unknown) => string {
  let last = { text: "", key: "" };
  return (body) => {
    const text = JSON.stringify(body);
    if (text !== last.text) last = { text, key: newKey() };
    return last.key;
  };
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const HAIRLINE = /^─+$/;

/** A rendered message for the notification centre: its first line and the rest, without markup. */
export function plainText(html: string): { title: string; text: string } {
  const words = html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
  const [title = "", ...rest] = words.split("\n");
  return { title, text: rest.filter((line) => !HAIRLINE.test(line)).join("\n") };
}

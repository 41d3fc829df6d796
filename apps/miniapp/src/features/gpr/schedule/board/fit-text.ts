const MOST_KEPT = 4000;

export type FitText = {
  /** The text, cut with «…» where it is wider than the room. */
  one: (ctx: CanvasRenderingContext2D, text: string, room: number) => string;
  /** The text in two lines. */
  two: (ctx: CanvasRenderingContext2D, text: string, room: number) => readonly string[];
};

/** Texts as they fit into a room, measured once each: a frame of scrolling must not measure. */
export function createFitText(): FitText {
  const kept = new Map<string, readonly string[]>();

  function keep(key: string, make: () => readonly string[]): readonly string[] {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = make();
    kept.set(key, made);
    return made;
  }

  const width = (ctx: CanvasRenderingContext2D, text: string) => ctx.measureText(text).width;

  /** As many first letters as fit, by halves. */
  function cut(ctx: CanvasRenderingContext2D, text: string, room: number): string {
    if (width(ctx, text) <= room) return text;
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (width(ctx, `${text.slice(0, middle).trimEnd()}…`) <= room) low = middle;
      else high = middle - 1;
    }
    return `${text.slice(0, low).trimEnd()}…`;
  }

  function inTwo(ctx: CanvasRenderingContext2D, text: string, room: number): string[] {
    if (width(ctx, text) <= room) return [text];
    const words = text.split(" ");
    let count = 0;
    while (count < words.length && width(ctx, words.slice(0, count + 1).join(" ")) <= room) count += 1;
    if (count === 0) return [cut(ctx, text, room)];
    return [words.slice(0, count).join(" "), cut(ctx, words.slice(count).join(" "), room)];
  }

  const keyOf = (ctx: CanvasRenderingContext2D, text: string, room: number, how: string) =>
    `${how}${Math.round(room)}|${ctx.font}|${text}`;
  return {
    one: (ctx, text, room) => keep(keyOf(ctx, text, room, "1"), () => [cut(ctx, text, room)])[0] ?? "",
    two: (ctx, text, room) => keep(keyOf(ctx, text, room, "2"), () => inTwo(ctx, text, room)),
  };
}

import type { FactForm, LineCount } from "./facts.ts";

/** The count that a reader is shown: of their own zones where they lead any, else of the object. */
export const readerCount = ({ counts }: Pick<FactForm, "counts">): LineCount => counts.mine ?? counts.all;

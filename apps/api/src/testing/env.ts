/** `HTTP_MATRIX=full` tries every role on every route, as `pnpm test:long` does. */
export const FULL_MATRIX = process.env["HTTP_MATRIX"] === "full";

import type { Plugin } from "vite";

const ENTRY = /\s*<script type="module" crossorigin src="[^"]+"><\/script>/;

/**
 * Names the bundle at the end of the page. A browser without HTTP/2 that finds it in the middle asks for it while the
 * page still takes up the connection, and opens another for its largest file; at the end it goes on with the same one.
 */
export function entryLast(): Plugin {
  return {
    name: "entry-last",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => {
        const entry = ENTRY.exec(html)?.[0].trim();
        if (entry === undefined) throw new Error("The page names no bundle");
        return html.replace(ENTRY, "").replace("</body>", () => `${entry}\n  </body>`);
      },
    },
  };
}

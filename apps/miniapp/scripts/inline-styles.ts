import type { Plugin, Rolldown } from "vite";
import { filesOf } from "./ask-early.ts";
import { modulesOf, PLACES } from "./early-places.ts";

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };

/**
 * Puts the styles of the first load and of the pages that links open into the page: they are small, and as files each
 * would cost a round trip before the first paint.
 */
export function inlineStyles(): Plugin {
  let names: string[] = [];
  return {
    name: "inline-styles",
    apply: "build",
    generateBundle: {
      order: "pre",
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === "chunk");
        const entries = chunks.filter(({ isEntry }) => isEntry);
        const own = entries.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        const later = PLACES.flatMap((place) => filesOf(bundle, modulesOf(place)))
          .filter((name) => name.endsWith(".css"))
          .map((name) => `assets/${name}`);
        names = [...new Set([...own, ...later])];
        // Neither the page nor the parts that come later shall ask for the files.
        for (const { viteMetadata } of chunks)
          for (const name of names) viteMetadata?.importedCss.delete(name);
      },
    },
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const styles = names.flatMap((name) => {
          const asset = bundle[name];
          return asset?.type === "asset" ? [String(asset.source).trim()] : [];
        });
        for (const name of names) delete bundle[name];
        return html.replace("</head>", () => `<style>${styles.join("")}</style></head>`);
      },
    },
  };
}

import type { Plugin, Rolldown } from "vite";

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };

/** Puts the first load's styles into the page: a file of their own would cost the first paint a round trip. */
export function inlineStyles(): Plugin {
  let names: string[] = [];
  return {
    name: "inline-styles",
    apply: "build",
    generateBundle: {
      order: "pre",
      handler(_options, bundle) {
        const entries = Object.values(bundle).filter(
          (one): one is Chunk => one.type === "chunk" && one.isEntry,
        );
        names = entries.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        // Neither the page nor the parts that come later shall ask for the file.
        for (const { viteMetadata } of entries) viteMetadata?.importedCss.clear();
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

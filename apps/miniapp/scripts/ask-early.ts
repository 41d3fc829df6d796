import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transformWithOxc, type Plugin, type Rolldown } from "vite";
import { modulesOf, PLACES } from "./early-places.ts";

const source = fileURLToPath(new URL("../inline/ask-early.ts", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };

/** The files that modules need besides the first load. */
export function filesOf(bundle: Bundle, modules: readonly string[]): string[] {
  const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === "chunk");
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set<string>();
  const add = (chunk: Chunk | undefined) => {
    if (chunk === undefined || chunk.isEntry || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
    for (const name of chunk.imports) add(byName.get(name));
  };
  for (const module of modules) add(chunks.find(({ facadeModuleId }) => facadeModuleId === root + module));
  return [...files].map((file) => file.replace("assets/", ""));
}

/** `PLACES` and `PLACE_FILES` of the module; a file stands once, pages name it by its number. */
function tablesOf(bundle: Bundle): string {
  const names: string[] = [];
  const numberOf = (file: string) => {
    if (!names.includes(file)) names.push(file);
    return names.indexOf(file);
  };
  const places = PLACES.map((place) => {
    const { at, asks, form = "" } = place;
    return [at, asks, form, filesOf(bundle, modulesOf(place)).map(numberOf)];
  });
  return `const PLACES=${JSON.stringify(places)};const PLACE_FILES=${JSON.stringify(names)};`;
}

/** Puts the module that asks early into the page as it is: the build would merge it into the bundle it has to beat. */
export function askEarly(): Plugin {
  return {
    name: "ask-early",
    transformIndexHtml: {
      order: "post",
      handler: async (html, { bundle = {} }) => {
        const { code } = await transformWithOxc(await readFile(source, "utf8"), source, { target: "es2022" });
        const script = `<script type="module">${tablesOf(bundle)}${code.trim()}</script>`;
        return html.replace("</title>", () => `</title>\n${script}`);
      },
    },
  };
}

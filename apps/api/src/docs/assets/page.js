// Renders the OpenAPI document. Texts are inserted as text, never as markup.
const METHODS = ["get", "post", "put", "patch", "delete"];

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const code = (value) => element("pre", {}, JSON.stringify(value, null, 2));
const block = (title, ...children) => [element("h3", {}, title), ...children];

function resolve(api, part) {
  const path = part?.$ref?.split("/").slice(1);
  return path === undefined ? part : path.reduce((at, key) => at?.[key], api);
}

/** Short name of a schema: `string (date)`, `Fact[]`, `"a" | "b"`. */
function typeName(schema = {}) {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return schema.anyOf.map(typeName).join(" | ");
  if (schema.type === "array") return `${typeName(schema.items)}[]`;
  return schema.format ? `${schema.type} (${schema.format})` : (schema.type ?? "any");
}

function fieldTable(api, given) {
  const schema = resolve(api, given) ?? {};
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) =>
    element(
      "tr",
      {},
      element("td", {}, required.has(name) ? name : `${name}?`),
      element("td", {}, typeName(field)),
      element("td", {}, resolve(api, field)?.description ?? ""),
    ),
  );
  return rows.length === 0 ? element("p", {}, typeName(given)) : element("table", {}, ...rows);
}

function examplesOf(media) {
  if (media?.example !== undefined) return [code(media.example)];
  return Object.values(media?.examples ?? {}).map((example) => code(example.value));
}

function parameterTable(api, parameters) {
  const rows = parameters.map((given) => {
    const parameter = resolve(api, given);
    return element(
      "tr",
      {},
      element("td", {}, `${parameter.name} · ${parameter.in}`),
      element("td", {}, typeName(parameter.schema)),
      element("td", {}, parameter.description ?? ""),
    );
  });
  return element("table", {}, ...rows);
}

function responseParts(api, [status, response]) {
  const media = response.content?.["application/json"];
  const fields = media && Number(status) < 300 ? [fieldTable(api, media.schema)] : [];
  return block(`${status} ${response.description ?? ""}`, ...fields, ...examplesOf(media));
}

function drawOperation(api, { method, path, operation }) {
  const body = operation.requestBody?.content?.["application/json"];
  const parameters = operation.parameters ?? [];
  const inner = element(
    "div",
    {},
    ...(operation.description ? [element("p", {}, operation.description)] : []),
    ...(parameters.length > 0 ? block("Parameters", parameterTable(api, parameters)) : []),
    ...(body ? block("Body", fieldTable(api, body.schema), ...examplesOf(body)) : []),
    ...Object.entries(operation.responses).flatMap((entry) => responseParts(api, entry)),
  );
  const summary = element(
    "summary",
    {},
    element("span", { class: "method" }, method.toUpperCase()),
    element("span", { class: "path" }, path),
    element("span", { class: "about" }, operation.summary ?? ""),
  );
  return element("details", { id: operation.operationId }, summary, inner);
}

function listOperations(api) {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({ method, path, operation: item[method] })),
  );
}

function draw(api, words) {
  const found = listOperations(api).filter(({ method, path, operation }) => {
    const text = `${method} ${path} ${operation.summary} ${operation.description ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const tags = [...new Set(found.flatMap(({ operation }) => operation.tags ?? []))];
  const sections = tags.flatMap((tag) => [
    element("h2", {}, tag),
    ...found.filter(({ operation }) => operation.tags?.includes(tag)).map((one) => drawOperation(api, one)),
  ]);
  const place = document.getElementById("operations");
  place.replaceChildren(...(sections.length > 0 ? sections : [element("p", {}, "Nothing found.")]));
}

const answer = await fetch("/api/openapi.json");
if (!answer.ok) throw new Error(`openapi.json answered ${answer.status}`);
const api = await answer.json();
document.getElementById("about").textContent = api.info.description;
const find = document.getElementById("find");
const redraw = () => draw(api, find.value.toLowerCase().split(/\s+/).filter(Boolean));
find.addEventListener("input", redraw);
redraw();
document.getElementById(location.hash.slice(1))?.setAttribute("open", "");

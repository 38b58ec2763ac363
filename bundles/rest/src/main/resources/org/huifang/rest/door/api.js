// SPDX-License-Identifier: Apache-2.0
// Everything is written as text, never as markup. The key lives in its field and nowhere else.
const base = new URL("../v1", location.href).href;
const key = document.getElementById("key");

function make(tag, text, ...children) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

/** Text of the description with its `code` as code. */
function prose(text) {
  return text.split("`").map((part, n) => n % 2 ? make("code", part) : part);
}

function field(name, needed, value) {
  const input = make("input");
  input.autocomplete = "off";
  input.value = value ?? "";
  const label = make("label", name, input);
  if (needed) label.classList.add("must");
  return { label, input };
}

function copied(text) {
  const button = make("button", "Copy");
  button.type = "button";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  });
  return button;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

async function send(verb, path, inputs, body, media, out) {
  let address = path;
  const query = new URLSearchParams();
  const headers = key.value ? { Authorization: `Bearer ${key.value}` } : {};
  for (const { parameter, input } of inputs) {
    if (parameter.in === "path") address = address.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
    else if (!input.value) continue;
    else if (parameter.in === "query") query.set(parameter.name, input.value);
    else headers[parameter.name] = input.value;
  }
  if (body) headers["Content-Type"] = media;
  out.textContent = "…";
  try {
    const answer = await fetch(base + address + (query.size ? `?${query}` : ""),
      { method: verb, headers, body: body?.value, credentials: "omit", referrerPolicy: "no-referrer" });
    const told = ["etag", "location", "link", "retry-after", "ratelimit", "trace-id"]
      .filter(name => answer.headers.has(name)).map(name => `${name}: ${answer.headers.get(name)}`);
    out.textContent = [`${answer.status} ${answer.statusText}`, ...told, "", pretty(await answer.text())].join("\n");
  } catch (failure) {
    out.textContent = String(failure);
  }
}

function inside(verb, path, operation) {
  const box = make("div");
  const scope = operation["x-scope"];
  const roles = (operation["x-roles"] ?? []).map(role => role.toLowerCase()).join(", ");
  box.append(make("p", `Scope: ${scope ?? "none"}. Staff: ${roles || "nobody"}.`));
  const inputs = (operation.parameters ?? []).map(parameter => {
    const fresh = parameter.name === "Idempotency-Key" && parameter.required ? crypto.randomUUID() : "";
    const { label, input } = field(parameter.name, parameter.required, fresh);
    if (parameter.description) input.title = parameter.description;
    if (parameter.schema?.enum) input.placeholder = parameter.schema.enum.join(" | ");
    return { parameter, input, label };
  });
  if (inputs.length) box.append(make("h3", "Parameters"), ...inputs.map(one => one.label));
  const [media, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  let body;
  if (content) {
    body = make("textarea");
    body.spellcheck = false;
    body.value = typeof content.example === "string" ? content.example : JSON.stringify(content.example, null, 2);
    box.append(make("label", `Body, ${media}`, body));
  }
  const out = make("pre");
  out.setAttribute("role", "status");
  const go = make("button", "Send");
  go.type = "button";
  go.addEventListener("click", () => send(verb.toUpperCase(), path, inputs, body, media, out));
  box.append(make("p", "", go), out);
  for (const { label, source } of operation["x-codeSamples"] ?? []) {
    box.append(make("h3", label), make("pre", source), copied(source));
  }
  for (const [status, answer] of Object.entries(operation.responses)) {
    const example = answer.content?.["application/json"]?.example;
    if (example) box.append(make("h3", `Answer ${status}`), make("pre", JSON.stringify(example, null, 2)));
  }
  return box;
}

function words(tag) {
  return tag.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);
}

function show(document_, wanted) {
  const main = document.getElementById("operations");
  main.replaceChildren();
  const groups = new Map();
  for (const [path, verbs] of Object.entries(document_.paths)) {
    for (const [verb, operation] of Object.entries(verbs)) {
      const line = `${verb} ${path} ${operation.summary}`.toLowerCase();
      if (!line.includes(wanted.toLowerCase())) continue;
      const details = make("details", "",
        make("summary", "", make("code", `${verb.toUpperCase()} ${path}`), " ", ...prose(operation.summary)));
      details.addEventListener("toggle", () => {
        if (details.open && details.children.length === 1) details.append(inside(verb, path, operation));
      });
      const tag = operation.tags[0];
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(details);
    }
  }
  for (const [tag, all] of [...groups].sort()) main.append(make("section", "", make("h2", words(tag)), ...all));
  if (!groups.size) main.append(make("p", "No operation is called so."));
}

const description = await (await fetch(`${base}/openapi.json`, { credentials: "omit" })).json();
document.getElementById("about").replaceChildren(...prose(description.info.description));
show(description, "");
document.getElementById("find").addEventListener("input", event => show(description, event.target.value));

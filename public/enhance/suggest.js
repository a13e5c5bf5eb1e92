// Suggestions below a search box: a combobox with a listbox, after the ARIA pattern. Each
// suggestion is a link, so a click needs nothing from here. Without this file, or when the
// suggestions do not come, the box is a plain search.

const input = document.getElementById("q");
const known = new Map();
let options = [];
let active = -1;
let running;
let timer;

const list = make("div", { id: "forslag", role: "listbox", class: "suggestions", hidden: "" });
list.setAttribute("aria-label", "Forslag");
const status = make("p", { role: "status", class: "unseen" });
input.after(list, status);
for (const [name, value] of Object.entries({
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-controls": "forslag",
  "aria-expanded": "false",
})) {
  input.setAttribute(name, value);
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(suggest, 80);
});
input.addEventListener("blur", close);
// The box keeps the focus while a suggestion is clicked, or the list would be gone before the click.
list.addEventListener("mousedown", (event) => event.preventDefault());

input.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) return suggest();
    // One place between the last and the first is the box itself.
    const step = event.key === "ArrowDown" ? 1 : -1;
    mark(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    location.assign(options[active].href);
  } else if (event.key === "Escape" && !list.hidden) {
    // The first Escape closes the list, the next empties the box as browsers do.
    event.preventDefault();
    close();
  }
});
input.form.addEventListener("submit", close);

/** Fetches and shows what fits the text. */
async function suggest() {
  const text = input.value.trim();
  running?.abort();
  if (!text) return close();
  try {
    if (!known.has(text)) {
      const { signal } = (running = new AbortController());
      const response = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: text })}`, { signal });
      if (!response.ok) return close();
      known.set(text, await response.json());
    }
    if (document.activeElement === input && text === input.value.trim()) show(known.get(text));
  } catch {
    // Aborted by newer typing, or no connection: the box works without.
  }
}

/** Shows groups of suggestions; none closes the list. */
function show(groups) {
  list.replaceChildren(...groups.map(group));
  options = [...list.querySelectorAll("[role=option]")];
  options.forEach((option, index) => (option.id = `forslag-${index}`));
  mark(-1);
  if (!options.length) return close();
  list.hidden = false;
  input.setAttribute("aria-expanded", "true");
  status.textContent = `${options.length} forslag`;
}

function close() {
  clearTimeout(timer);
  running?.abort();
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  status.textContent = "";
  mark(-1);
}

/** Marks one option as the one Enter takes; -1 for none. */
function mark(index) {
  options[active]?.removeAttribute("aria-selected");
  active = index;
  const option = options[index];
  if (!option) return input.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option.id);
}

function group({ name, items }, index) {
  const heading = make("p", { id: `forslag-gruppe-${index}`, class: "suggestions-name", role: "presentation" }, name);
  const part = make("div", { role: "group", "aria-labelledby": heading.id });
  part.append(heading, ...items.map(item));
  return part;
}

function item({ label, note, count, href }) {
  const option = make("a", { role: "option", href, tabindex: "-1" }, label);
  const more = note ?? count;
  if (more !== undefined) option.append(" ", make("span", { class: "number" }, more));
  return option;
}

function make(name, attributes, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

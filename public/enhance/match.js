// The match without a full load: every answer asks again and swaps the places and the numbers. Whatever goes
// wrong, the form is sent as it would be without this file.

const form = document.getElementById("match");
const places = document.getElementById("steder");
const bar = document.querySelector(".match-bar");
const message = document.getElementById("besked");
let shown = location.search;
let running;

form.addEventListener("change", () => show(asked(), true));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(asked(), true).then((done) => done && lead());
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  show(link.getAttribute("href"), true).then((done) => done && lead());
});

addEventListener("popstate", () => {
  if (location.search !== shown) show(location.href, false);
});

/** The address of what the form asks for now. */
function asked() {
  const filled = [...new FormData(form)].filter(([, value]) => value.trim());
  return `${location.pathname}?${new URLSearchParams(filled)}`;
}

/** Leads to the places. */
function lead() {
  places.focus({ preventScroll: true });
  places.scrollIntoView();
}

/** Shows the places for the need at the address; false when a newer one came first. */
async function show(address, push) {
  running?.abort();
  const { signal } = (running = new AbortController());
  places.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const canonical = new URL(page.querySelector("link[rel=canonical]").href);
    swap(page);
    shown = canonical.search;
    if (push && shown !== location.search) history.pushState(null, "", canonical.pathname + canonical.search);
    places.removeAttribute("aria-busy");
    message.textContent = bar.querySelector("p").textContent;
    return true;
  } catch (error) {
    if (error.name === "AbortError") return false;
    if (push) location.assign(address);
    else location.reload();
    return false;
  }
}

/** Takes over places, numbers and answers; the questions stay where they are, and so does the focus. */
function swap(page) {
  for (const part of [places, bar]) {
    const next = part === bar ? page.querySelector(".match-bar") : page.getElementById(part.id);
    part.replaceChildren(...next.childNodes);
  }
  const key = ({ dataset }) => `${dataset.facet}=${dataset.value}`;
  const counts = new Map([...page.querySelectorAll("[data-facet]")].map((count) => [key(count), count]));
  for (const count of form.querySelectorAll("[data-facet]")) {
    const now = counts.get(key(count));
    count.textContent = now.textContent;
    count.dataset.count = now.dataset.count;
  }
  const chosen = new Set([...page.querySelectorAll("#match [checked]")].map(({ name, value }) => `${name}=${value}`));
  for (const input of form.querySelectorAll("[type=checkbox], [type=radio]")) {
    input.checked = chosen.has(`${input.name}=${input.value}`);
  }
  for (const name of ["naer", "km"]) {
    const field = form.elements[name];
    if (field !== document.activeElement) field.value = page.getElementById(name).value;
  }
}

// The search page without a full load: a changed filter or place, a removed chip, another
// order or page fetches the same address and swaps what differs. Whatever goes wrong, the
// browser goes to the address as it would have done without this file.

const form = document.getElementById("soeg");
const results = document.getElementById("resultater");
const map = document.getElementById("kort");
const message = document.getElementById("besked");
const apply = form.querySelector(".apply button");
const fields = ["q", "naer", "km"].map((name) => form.elements[name]);
let shown = location.search;
let running;

document.documentElement.classList.add("scripted");
tell();

form.addEventListener("change", (event) => {
  const { type, name } = event.target;
  // A distance means nothing until there is a place to measure from.
  const place = name === "naer" || (name === "km" && form.elements.naer.value);
  if (type === "checkbox" || place) show(asked(), true);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter !== apply) return show(asked(), true);
  // The filters are in force already: on the phone the button leads from them to the results.
  document.getElementById("filtre").open = false;
  results.focus({ preventScroll: true });
  results.scrollIntoView();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap], #kort a.map-area");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const lasting = () => [...document.querySelectorAll("#kort a.map-area, .sort a")];
  const place = lasting().indexOf(link);
  const paged = link.closest(".pager");
  show(link.getAttribute("href"), true).then((done) => {
    if (!done) return;
    // The link that was chosen is gone; the focus goes to its successor, or to the results.
    (lasting()[place] ?? results).focus({ preventScroll: true });
    if (paged) results.scrollIntoView();
  });
});

addEventListener("popstate", () => {
  if (location.search !== shown) show(location.href, false);
});

/** The address of what the form asks for now. */
function asked() {
  const filled = [...new FormData(form)].filter(([, value]) => value.trim());
  const search = new URLSearchParams(filled);
  // Another text is read anew.
  if (form.elements.q.value !== form.elements.q.defaultValue) search.delete("ordret");
  return `${form.action}?${search}`;
}

/** Shows the search at the address; false when a newer one came first. */
async function show(address, push) {
  running?.abort();
  const typed = fields.map((field) => field.value);
  const { signal } = (running = new AbortController());
  results.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(response.status);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    // The page knows its own address: in a fixed order, and without what must not be kept.
    const canonical = new URL(page.querySelector("link[rel=canonical]").href);
    swap(page, typed);
    shown = canonical.search;
    if (push && shown !== location.search) history.pushState(null, "", canonical.pathname + canonical.search);
    results.removeAttribute("aria-busy");
    announce(tell());
    return true;
  } catch (error) {
    if (error.name === "AbortError") return false;
    if (push) location.assign(address);
    else location.reload();
    return false;
  }
}

/** Has the number read aloud, also when it is the same as before. */
function announce(words) {
  message.textContent = "";
  setTimeout(() => (message.textContent = words), 50);
}

/** Writes the number of hits on the button below the filters, and gives it. */
function tell() {
  const { dataset, textContent } = results.querySelector("output");
  apply.textContent = dataset.total === "0" ? textContent : `Vis ${textContent}`;
  return textContent;
}

/** Takes over what differs; filters stay where they are, and so does the focus, and what was typed since. */
function swap(page, typed) {
  for (const part of [results, map]) {
    part.replaceChildren(...page.getElementById(part.id).childNodes);
  }
  const counts = new Map();
  for (const count of page.querySelectorAll("[data-facet]")) counts.set(key(count), count);
  for (const count of form.querySelectorAll("[data-facet]")) {
    const now = counts.get(key(count));
    count.textContent = now.textContent;
    count.dataset.count = now.dataset.count;
    count.parentElement.control.checked = now.parentElement.querySelector("input").checked;
  }
  form.querySelector("[data-chosen]").textContent = page.querySelector("[data-chosen]").textContent;
  for (const kept of form.querySelectorAll("[type=hidden]")) kept.remove();
  form.append(...page.querySelectorAll("#soeg [type=hidden]"));
  for (const [index, field] of fields.entries()) {
    const { value } = page.getElementById(field.id);
    if (field.value === typed[index]) field.value = value;
    field.defaultValue = value;
  }
  document.title = page.title;
}

const key = ({ dataset }) => `${dataset.facet}=${dataset.value}`;

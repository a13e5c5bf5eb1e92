// The order of a list by dragging, with finger, pen or mouse. The buttons and links beside each do the same from
// the keyboard. One's own list is changed as its buttons change it; a list of an address gets another address.

const list = document.querySelector("[data-order]");
const own = list?.dataset.order === "own";
const items = () => [...list.children];
// Nearer the edge of the window than this, in pixels, what lies beyond comes into view by so much.
const EDGE = 64;
const STEP = 16;

function begin(event, item) {
  if (event.button !== 0) return;
  event.preventDefault();
  const from = items().indexOf(item);
  const stop = new AbortController();
  const { signal } = stop;
  item.dataset.dragged = "";

  const middle = (of) => {
    const { top, height } = of.getBoundingClientRect();
    return top + height / 2;
  };

  // What is dragged stays where it is in the document, and its neighbours go past: so no browser lets go of it.
  const pass = (y) => {
    const { previousElementSibling: above, nextElementSibling: below } = item;
    if (above && y < middle(above)) item.after(above);
    else if (below && y > middle(below)) item.before(below);
  };
  const move = ({ clientY }) => {
    const past = clientY < EDGE ? -STEP : clientY > innerHeight - EDGE ? STEP : 0;
    if (past) scrollBy({ top: past, behavior: "instant" });
    items().forEach(() => pass(clientY));
  };
  addEventListener("pointermove", move, { signal });

  const end = (keep) => {
    stop.abort();
    delete item.dataset.dragged;
    const steps = items().indexOf(item) - from;
    if (steps && keep) save(item, steps);
    else if (steps) location.reload();
  };
  addEventListener("pointerup", () => end(true), { signal });
  addEventListener("pointercancel", () => end(false), { signal });
}

async function save(item, steps) {
  if (!own) {
    // The rest of the query as the server understood it: what it took out of the address stays out.
    const { pathname, searchParams } = new URL(item.querySelector(".listed-moves a").href);
    searchParams.delete("v");
    const slugs = items().map(({ dataset }) => ["v", dataset.listedSlug]);
    location.replace(`${pathname}?${new URLSearchParams([...slugs, ...searchParams])}#${item.id}`);
    return;
  }
  const { action } = item.querySelector("form");
  const step = [steps < 0 ? "op" : "ned", item.dataset.listedSlug];
  const body = new URLSearchParams(Array(Math.abs(steps)).fill(step));
  try {
    await fetch(action, { method: "POST", body, redirect: "manual" });
  } catch {
    // The page that comes says how the order is.
  }
  location.reload();
}

for (const grip of list?.children.length > 1 ? list.querySelectorAll("[data-grip]") : []) {
  grip.hidden = false;
  grip.addEventListener("pointerdown", (event) => begin(event, grip.closest("li")));
}

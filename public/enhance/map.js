// A card under the pointer or with the focus lights its point on the map, and a point its card. A point that is
// chosen says below the map whose it is, with the button of the list; chosen again it leads to its page, as it
// does without this file.

for (const [type, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(type, (event) => {
    const from = event.target.closest?.("[data-slug], [data-point]");
    if (!from) return;
    const slug = CSS.escape(from.dataset.slug ?? from.dataset.point);
    for (const part of document.querySelectorAll(`[data-slug=${slug}], [data-point=${slug}]`)) {
      part.classList.toggle("lit", on);
    }
  });
}

document.addEventListener("click", (event) => {
  const point = event.target.closest("a[data-point]");
  if (!point || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const slug = point.dataset.point;
  const drawing = point.closest("svg");
  const before = drawing.parentElement.querySelector(".map-chosen");
  if (before?.dataset.chosen === slug) return;
  event.preventDefault();
  before?.remove();
  const link = make("a", point.querySelector("title").textContent);
  link.href = point.getAttribute("href");
  const button = make("button", "Føj til liste", make("span", `: ${link.textContent}`));
  button.className = "keep";
  button.name = "foej";
  button.value = slug;
  button.setAttribute("form", "liste");
  button.lastChild.className = "unseen";
  const chosen = make("p", link, " ", button);
  chosen.className = "map-chosen";
  chosen.dataset.chosen = slug;
  drawing.after(chosen);
  link.focus({ preventScroll: true });
});

function make(name, ...content) {
  const part = document.createElement(name);
  part.append(...content);
  return part;
}

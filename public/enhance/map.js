// A card under the pointer or with the focus lights its point on the map, and a point its card.

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

// Notes on the visitor's list, kept in this browser only; and a button that prints.

for (const part of document.querySelectorAll("[data-note]")) {
  const key = `note:${part.dataset.note}`;
  const field = part.querySelector("textarea");
  const printed = part.querySelector(".printed");
  const show = () => (printed.textContent = field.value.trim() && `Note: ${field.value}`);
  try {
    field.value = localStorage.getItem(key) ?? "";
  } catch {
    // A browser that keeps nothing has no notes.
    continue;
  }
  field.addEventListener("input", () => {
    show();
    if (field.value.trim()) localStorage.setItem(key, field.value);
    else localStorage.removeItem(key);
  });
  show();
  part.hidden = false;
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

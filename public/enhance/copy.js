// Buttons that copy the text of a field, where the browser lets a page do so. Without them it is marked by hand.

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.nextElementSibling.textContent = "Kopieret.";
    } catch {
      button.nextElementSibling.textContent = "Teksten er markeret. Kopiér den med Ctrl+C.";
    }
  });
}

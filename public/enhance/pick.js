// A field to search among many values that can be ticked.

for (const group of document.querySelectorAll("fieldset[data-pick]")) {
  const items = [...group.querySelectorAll("li")];
  const words = items.map((item) => `${item.textContent} ${item.dataset.words}`.toLowerCase());
  const field = document.createElement("input");
  field.type = "search";
  field.className = "pick";
  field.autocomplete = "off";
  field.placeholder = "Søg på listen";
  field.ariaLabel = `Søg i ${group.querySelector("legend").textContent}`;
  field.addEventListener("input", () => {
    const typed = field.value.trim().toLowerCase();
    items.forEach((item, index) => {
      item.hidden = !words[index].includes(typed) && !item.querySelector("input:checked");
    });
  });
  // Enter would send the form.
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  group.querySelector("ul").before(field);
}

// Opens the fields about a place when that is what the message is about.

const fields = document.querySelector("[data-wanted]");

for (const kind of document.querySelectorAll("input[name=art]")) {
  kind.addEventListener("change", () => {
    if (kind.value === "placering") fields.open = true;
  });
}

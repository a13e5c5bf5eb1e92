// Warns before a form with changes that are not saved is left.

const form = document.querySelector("form[data-leave]");
const written = () => new URLSearchParams(new FormData(form)).toString();
const before = written();
let leaving = false;

form.addEventListener("submit", () => (leaving = true));
addEventListener("beforeunload", (event) => {
  if (!leaving && written() !== before) event.preventDefault();
});

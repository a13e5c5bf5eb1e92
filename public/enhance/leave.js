// Warns before a form with changes that are not saved is left.

const form = document.querySelector("form[data-leave]");
let leaving = false;

form.addEventListener("submit", () => (leaving = true));
addEventListener("beforeunload", (event) => {
  const fields = [...form.querySelectorAll("textarea, input:not([type=hidden])")];
  if (!leaving && fields.some((field) => field.value !== field.defaultValue)) event.preventDefault();
});

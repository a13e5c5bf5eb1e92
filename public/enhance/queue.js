// Keys for the editors' queue. They work only while something in the queue has the focus.

const items = [...document.querySelectorAll("[data-queued]")];

addEventListener("keydown", (event) => {
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const typing = document.activeElement.matches("textarea, input, select");
  if (at < 0 || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1 }[event.key];
  if (step) items[at + step]?.focus();
  const button = items[at].querySelector(`[data-shortcut="${CSS.escape(event.key)}"]`);
  if (!button) return;
  const words = items[at].querySelector("[data-words]");
  // A question and a no need words first.
  if (event.key === "a" || !words || words.value.trim()) button.click();
  else words.focus();
  event.preventDefault();
});

// Pages are the same for everybody; here they tell a visitor what is their own.
// The list without a full load: marks what is on it, counts it in the header, adds and removes. Whatever goes
// wrong, the form is sent as it would have been without this file. And the header asks everybody to sign in;
// whoever has done so reads "Min side".

const form = document.getElementById("liste");
const count = document.querySelector("[data-listed]");
const status = document.createElement("p");
const mine = document.querySelector("[data-mine]");
const { textContent: asked, href: way } = mine;
let plain = false;

status.className = "unseen";
status.setAttribute("role", "status");
document.body.append(status);

function slugs() {
  const [, text = ""] = document.cookie.match(/(?:^|; )liste=([^;]*)/) ?? [];
  return new Set(text.split(".").filter(Boolean));
}

function mark() {
  const listed = slugs();
  count.textContent = listed.size ? ` (${listed.size})` : "";
  for (const button of document.querySelectorAll("button.keep")) {
    const kept = listed.has(button.value);
    button.name = kept ? "fjern" : "foej";
    button.firstChild.data = kept ? "På listen, fjern" : "Føj til liste";
    button.classList.toggle("kept", kept);
  }
}

function tell() {
  const inside = /(?:^|; )inde=1(?:;|$)/.test(document.cookie);
  mine.textContent = inside ? "Min side" : asked;
  mine.href = inside ? mine.dataset.mine : way;
}

form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (plain || !button) return;
  event.preventDefault();
  const body = new URLSearchParams([[button.name, button.value]]);
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type !== "opaqueredirect") throw new Error(answer.status);
    mark();
    const listed = slugs();
    status.textContent = `${listed.has(button.value) ? "Lagt på" : "Fjernet fra"} listen: ${listed.size} i alt`;
  } catch {
    plain = true;
    form.requestSubmit(button);
  }
});

// Results that are swapped bring new buttons; another window may have changed the list.
new MutationObserver(mark).observe(document.querySelector("main"), { childList: true, subtree: true });
addEventListener("pageshow", mark);
addEventListener("pageshow", tell);
addEventListener("focus", mark);
mark();
tell();

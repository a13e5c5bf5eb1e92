// Pages are the same for everybody, so the header asks everybody to sign in. Whoever has done so reads "Min side".

const link = document.querySelector("[data-mine]");
const { textContent: asked, href: way } = link;

function tell() {
  const inside = /(?:^|; )inde=1(?:;|$)/.test(document.cookie);
  link.textContent = inside ? "Min side" : asked;
  link.href = inside ? link.dataset.mine : way;
}

addEventListener("pageshow", tell);
tell();

// A picture that is dragged onto the form or pasted goes into its field, and is shown before it is sent.
// What the server would refuse is said at once.

const form = document.querySelector("form[data-pictures]");
const field = form.elements.billede;
const help = document.getElementById("billede-hjaelp");
const MOST = 12 * 1024 * 1024;
const WORDS = {
  large: "Filen er for stor: højst 12 MB.",
  kind: "Filen er ikke et billede, vi kan vise. Vælg en JPEG, PNG eller WebP.",
};

help.append(" Træk et billede hertil, indsæt det, eller vælg en fil.");
const status = document.createElement("p");
status.setAttribute("role", "status");
status.className = "error";
const preview = document.createElement("canvas");
preview.className = "preview";
preview.hidden = true;
preview.setAttribute("aria-hidden", "true");
field.after(preview, status);

field.addEventListener("change", look);
form.addEventListener("submit", (event) => {
  if (!wrong(field.files[0])) return;
  event.preventDefault();
  field.focus();
});

for (const type of ["dragenter", "dragover"]) {
  form.addEventListener(type, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("drop");
  });
}
form.addEventListener("dragleave", (event) => {
  if (!form.contains(event.relatedTarget)) form.classList.remove("drop");
});
form.addEventListener("drop", (event) => {
  form.classList.remove("drop");
  take(event, event.dataTransfer.files);
});
document.addEventListener("paste", (event) => take(event, event.clipboardData.files));

/** Puts the first file into the field; text that is pasted goes where it goes. */
function take(event, files) {
  if (!files.length) return;
  event.preventDefault();
  const one = new DataTransfer();
  one.items.add(files[0]);
  field.files = one.files;
  look();
  field.scrollIntoView({ block: "nearest" });
}

/** What the server would say about the file, if anything. */
function wrong(file) {
  if (!file) return "";
  if (file.size > MOST) return WORDS.large;
  // A file without an ending has no type; the server looks into it.
  return !file.type || field.accept.split(",").includes(file.type) ? "" : WORDS.kind;
}

/** Shows the file on a canvas: an address of the browser's own would need a wider content policy. */
async function look() {
  const [file] = field.files;
  status.textContent = wrong(file);
  preview.hidden = true;
  if (!file || status.textContent) return;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, 640 / picture.width, 640 / picture.height);
    preview.width = Math.max(1, picture.width * scale);
    preview.height = Math.max(1, picture.height * scale);
    preview.getContext("2d").drawImage(picture, 0, 0, preview.width, preview.height);
    picture.close();
    if (file === field.files[0]) preview.hidden = false;
  } catch {
    // The server looks more closely and says what is wrong.
  }
}

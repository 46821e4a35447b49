// Copies the questions of the page as a letter of plain text, and says so.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const told = button.parentElement.nextElementSibling;
  const letter = () => {
    const questions = [...document.querySelectorAll("[data-questions] li")].map((item, index) => `${index + 1}. ${item.textContent.trim()}`);
    return [button.dataset.copy, "", ...questions, "", button.dataset.thanks, ""].join("\n");
  };

  // Where a page has no secure address, browsers keep their clipboard to themselves: a selected field still copies.
  const copySelected = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    button.after(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    button.focus();
    return copied;
  };

  button.addEventListener("click", async () => {
    const text = letter();
    const copied = await (navigator.clipboard?.writeText(text).then(() => true, () => copySelected(text)) ?? copySelected(text));
    told.textContent = "";
    setTimeout(() => { told.textContent = copied ? button.dataset.done : button.dataset.failed; }, 50);
  });
  button.hidden = false;
}

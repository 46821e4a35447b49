// Copies the questions of the page as a letter of plain text, and says so.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const told = button.parentElement.nextElementSibling;
  const letter = () => {
    const shown = [...document.querySelectorAll("[data-questions] li")].filter((item) => item.checkVisibility());
    const questions = shown.map((item, index) => `${index + 1}. ${item.textContent.trim()}`);
    const forClass = document.querySelector("[data-class]")?.checked;
    return [forClass ? button.dataset.copyClass : button.dataset.copy, "", ...questions, "", button.dataset.thanks, ""].join("\n");
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

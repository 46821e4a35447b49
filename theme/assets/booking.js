// Tells the last day to book, counted back from the day of the visit that the reader chooses.
for (const line of document.querySelectorAll("[data-days-before]")) {
  const day = line.querySelector("input");
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  day.addEventListener("input", () => {
    const latest = new Date(`${day.value}T00:00Z`);
    latest.setUTCDate(latest.getUTCDate() - line.dataset.daysBefore);
    const now = new Date();
    const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    const said = latest < today ? line.dataset.late : line.dataset.said;
    line.querySelector("output").textContent = day.value ? said.replace("{date}", words.format(latest)) : "";
  });
  line.hidden = false;
}

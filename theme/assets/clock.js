// The time in a partner city, for readers with JavaScript; the difference to Omsk stands in the page anyway.
for (const place of document.querySelectorAll("[data-clock]")) {
  const show = () => {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short", hourCycle: "h23", timeZone: place.dataset.clock });
    place.textContent = `, ${place.dataset.words} ${time.format(new Date())}`;
  };
  show();
  setInterval(show, 20_000);
}

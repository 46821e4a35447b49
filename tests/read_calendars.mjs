// Reads calendars with ical.js, the engine of Thunderbird's calendar, strictly: `node read_calendars.mjs file…` prints what it saw.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;

function seen(component) {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    title: event.summary,
    status: component.getFirstPropertyValue("status"),
    wholeDays: event.startDate.isDate,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    utc: event.startDate.isDate ? null : event.startDate.toJSDate().toISOString(),
  };
}

const found = process.argv.slice(2).map((path) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map(seen);
});
console.log(JSON.stringify(found));

"""Lists the occurrences in iCalendar files as recurring_ical_events works them out: from, to, files. Prints JSON:
one list of [start, uid, summary] a file, whole days and floating times as if in UTC, or a text: why it cannot."""
import datetime
import json
import sys

import icalendar
import recurring_ical_events


def instant(t):
    if not isinstance(t, datetime.datetime):
        t = datetime.datetime(t.year, t.month, t.day)
    if t.tzinfo is not None:
        t = t.astimezone(datetime.timezone.utc)
    return t.strftime("%Y%m%dT%H%M%SZ")


def line(s):
    return str(s).replace("\r\n", " ").replace("\n", " ").replace("\t", " ")


def read(path, start, stop):
    with open(path, "rb") as f:
        calendars = icalendar.Calendar.from_ical(f.read(), multiple=True)
    found = []
    for c in calendars:
        for e in recurring_ical_events.of(c).between(start, stop):
            found.append([instant(e["DTSTART"].dt), line(e.get("UID", "")), line(e.get("SUMMARY", ""))])
    return sorted(found)


def answer(path, start, stop):
    try:
        return read(path, start, stop)
    except Exception as e:
        return repr(e)


start, stop = (datetime.datetime.strptime(s, "%Y-%m-%d") for s in sys.argv[1:3])
json.dump([answer(path, start, stop) for path in sys.argv[3:]], sys.stdout)

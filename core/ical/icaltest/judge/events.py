"""Reads iCalendar files with Python's icalendar and prints what it found as JSON: one object an argument."""
import datetime
import json
import re
import sys
import urllib.parse

import icalendar
import recurring_ical_events


def instant(prop):
    """An instant in UTC; a time without a zone, or a bare date, would not be one."""
    if prop is None:
        return ""
    t = prop.dt
    if not isinstance(t, datetime.datetime) or t.tzinfo is None:
        return "floating " + str(t)
    return t.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def name_of(address):
    """The CN. Version 4 of the library does not know the escapes of RFC 6868."""
    signs = {"^^": "^", "^n": "\n", "^'": '"'}
    return re.sub(r"\^[\^n']", lambda m: signs[m[0]], str(address.params.get("CN", "")))


def party(address):
    if address is None:
        return {}
    uri = str(address)
    assert uri.lower().startswith("mailto:"), uri
    rest = {k: str(v) for k, v in address.params.items() if k != "CN"}
    return {"email": urllib.parse.unquote(uri[7:]), "name": name_of(address), "params": rest}


def text(component, name):
    value = component.get(name)
    assert not isinstance(value, list), name + " stands there twice"
    return "" if value is None else str(value)


def every(component, name):
    value = component.get(name)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def alarm(a):
    return {
        "action": text(a, "ACTION"),
        "description": text(a, "DESCRIPTION"),
        "minutes": -a["TRIGGER"].dt.total_seconds() / 60,
    }


def occurrences(calendar, event):
    """The starts that recurring_ical_events works out within two days of the event."""
    day = datetime.timedelta(days=2)
    found = recurring_ical_events.of(calendar).between(event["DTSTART"].dt - day, event["DTEND"].dt + day)
    return [instant(e["DTSTART"]) for e in found]


def event_of(calendar, e):
    return {
        "uid": text(e, "UID"),
        "sequence": int(e.get("SEQUENCE", -1)),
        "stamp": instant(e.get("DTSTAMP")),
        "start": instant(e.get("DTSTART")),
        "end": instant(e.get("DTEND")),
        "summary": text(e, "SUMMARY"),
        "description": text(e, "DESCRIPTION"),
        "location": text(e, "LOCATION"),
        "comment": text(e, "COMMENT"),
        "conference": text(e, "CONFERENCE"),
        "url": text(e, "URL"),
        "status": text(e, "STATUS"),
        "transparency": text(e, "TRANSP"),
        "organizer": party(e.get("ORGANIZER")),
        "attendees": [party(a) for a in every(e, "ATTENDEE")],
        "alarms": [alarm(a) for a in e.walk("VALARM")],
        "occurrences": occurrences(calendar, e),
    }


def read(path):
    with open(path, "rb") as f:
        calendar = icalendar.Calendar.from_ical(f.read())
    broken = [str(e) for c in calendar.walk() for e in c.errors]
    assert not broken, broken
    return {
        "method": text(calendar, "METHOD"),
        "version": text(calendar, "VERSION"),
        "product": text(calendar, "PRODID"),
        "components": [c.name for c in calendar.walk()],
        "events": [event_of(calendar, e) for e in calendar.walk("VEVENT")],
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)

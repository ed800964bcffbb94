"""Reads calendars as JSON on stdin, and gives what python3-recurring-ical-events finds in November 2026, to be compared."""

import datetime
import json
import signal
import sys

import icalendar
import pytz
import recurring_ical_events

PARIS = pytz.timezone("Europe/Paris")
FIRST = PARIS.localize(datetime.datetime(2026, 11, 1))
AFTER = PARIS.localize(datetime.datetime(2026, 12, 1))


def aware(time):
    return PARIS.localize(time) if time.tzinfo is None else time


def said(event):
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    text = str(event.get("SUMMARY", ""))
    if not isinstance(start, datetime.datetime):
        days = [start + datetime.timedelta(days=n) for n in range((end - start).days)]
        inside = [day.isoformat() for day in days if (day.year, day.month) == (2026, 11)]
        return f"{text} {inside[0]} {inside[-1]}" if inside else None
    start, end = aware(start).astimezone(pytz.UTC), aware(end).astimezone(pytz.UTC)
    if not (start < AFTER and end > FIRST):
        return None
    return f"{text} {start:%Y-%m-%dT%H:%M:%SZ} {end:%Y-%m-%dT%H:%M:%SZ}"


def too_long(*_):
    raise TimeoutError("two seconds")


def found(text):
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        calendar = icalendar.Calendar.from_ical(text)
        events = recurring_ical_events.of(calendar).between((2026, 10, 20), (2026, 12, 10))
        # A time that is said twice, by a rule and by a date, is one: its zones keep the offset of the first, and do not see it.
        return sorted(set(filter(None, (said(one) for one in events if one.get("STATUS") != "CANCELLED"))))
    except Exception as failure:  # what it cannot read is counted, not hidden
        return [f"failure {type(failure).__name__} {failure}"[:100]]


signal.signal(signal.SIGALRM, too_long)
json.dump([found(text) for text in json.load(sys.stdin)], sys.stdout)

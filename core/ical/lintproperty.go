package ical

import "strings"

// propertyTable lists what RFC 5545 (3.7, 3.8) and RFC 7986 (5) define: a property, its section, the types that its
// value may have with the one that goes without saying first, the components that it may stand in, with a star where
// it may stand there more than once, and its parameters beside VALUE. Those of RFC 6638, 8607, 9073 and 9253 are
// among them, so that nothing newer is taken for a mistake. What RFC 5545 has taken away again may stand nowhere.
const propertyTable = `
CALSCALE         | RFC 5545 3.7.1    | TEXT                  | VCALENDAR
METHOD           | RFC 5545 3.7.2    | TEXT                  | VCALENDAR
PRODID           | RFC 5545 3.7.3    | TEXT                  | VCALENDAR
VERSION          | RFC 5545 3.7.4    | TEXT                  | VCALENDAR
ATTACH           | RFC 5545 3.8.1.1  | URI BINARY            | VEVENT* VTODO* VJOURNAL* VALARM* | FMTTYPE ENCODING MANAGED-ID SIZE FILENAME
CATEGORIES       | RFC 5545 3.8.1.2  | TEXT                  | VEVENT* VTODO* VJOURNAL* VCALENDAR* | LANGUAGE
CLASS            | RFC 5545 3.8.1.3  | TEXT                  | VEVENT VTODO VJOURNAL
COMMENT          | RFC 5545 3.8.1.4  | TEXT                  | VEVENT* VTODO* VJOURNAL* VFREEBUSY* STANDARD* DAYLIGHT* | ALTREP LANGUAGE
DESCRIPTION      | RFC 5545 3.8.1.5  | TEXT                  | VEVENT VTODO VJOURNAL* VALARM VCALENDAR* | ALTREP LANGUAGE
GEO              | RFC 5545 3.8.1.6  | FLOAT                 | VEVENT VTODO
LOCATION         | RFC 5545 3.8.1.7  | TEXT                  | VEVENT VTODO | ALTREP LANGUAGE
PERCENT-COMPLETE | RFC 5545 3.8.1.8  | INTEGER               | VTODO
PRIORITY         | RFC 5545 3.8.1.9  | INTEGER               | VEVENT VTODO
RESOURCES        | RFC 5545 3.8.1.10 | TEXT                  | VEVENT* VTODO* | ALTREP LANGUAGE
STATUS           | RFC 5545 3.8.1.11 | TEXT                  | VEVENT VTODO VJOURNAL
SUMMARY          | RFC 5545 3.8.1.12 | TEXT                  | VEVENT VTODO VJOURNAL VALARM | ALTREP LANGUAGE
COMPLETED        | RFC 5545 3.8.2.1  | DATE-TIME             | VTODO
DTEND            | RFC 5545 3.8.2.2  | DATE-TIME DATE        | VEVENT VFREEBUSY | TZID
DUE              | RFC 5545 3.8.2.3  | DATE-TIME DATE        | VTODO | TZID
DTSTART          | RFC 5545 3.8.2.4  | DATE-TIME DATE        | VEVENT VTODO VJOURNAL VFREEBUSY STANDARD DAYLIGHT | TZID
DURATION         | RFC 5545 3.8.2.5  | DURATION              | VEVENT VTODO VALARM
FREEBUSY         | RFC 5545 3.8.2.6  | PERIOD                | VFREEBUSY* | FBTYPE
TRANSP           | RFC 5545 3.8.2.7  | TEXT                  | VEVENT
TZID             | RFC 5545 3.8.3.1  | TEXT                  | VTIMEZONE
TZNAME           | RFC 5545 3.8.3.2  | TEXT                  | STANDARD* DAYLIGHT* | LANGUAGE
TZOFFSETFROM     | RFC 5545 3.8.3.3  | UTC-OFFSET            | STANDARD DAYLIGHT
TZOFFSETTO       | RFC 5545 3.8.3.4  | UTC-OFFSET            | STANDARD DAYLIGHT
TZURL            | RFC 5545 3.8.3.5  | URI                   | VTIMEZONE
ATTENDEE         | RFC 5545 3.8.4.1  | CAL-ADDRESS           | VEVENT* VTODO* VJOURNAL* VFREEBUSY* VALARM* | CUTYPE MEMBER ROLE PARTSTAT RSVP DELEGATED-TO DELEGATED-FROM SENT-BY CN DIR LANGUAGE EMAIL SCHEDULE-AGENT SCHEDULE-STATUS SCHEDULE-FORCE-SEND
CONTACT          | RFC 5545 3.8.4.2  | TEXT                  | VEVENT* VTODO* VJOURNAL* VFREEBUSY | ALTREP LANGUAGE
ORGANIZER        | RFC 5545 3.8.4.3  | CAL-ADDRESS           | VEVENT VTODO VJOURNAL VFREEBUSY | CN DIR SENT-BY LANGUAGE EMAIL SCHEDULE-AGENT SCHEDULE-STATUS SCHEDULE-FORCE-SEND
RECURRENCE-ID    | RFC 5545 3.8.4.4  | DATE-TIME DATE        | VEVENT VTODO VJOURNAL | RANGE TZID
RELATED-TO       | RFC 5545 3.8.4.5  | TEXT URI UID          | VEVENT* VTODO* VJOURNAL* VALARM* | RELTYPE GAP
URL              | RFC 5545 3.8.4.6  | URI                   | VEVENT VTODO VJOURNAL VFREEBUSY VCALENDAR
UID              | RFC 5545 3.8.4.7  | TEXT                  | VEVENT VTODO VJOURNAL VFREEBUSY VALARM VCALENDAR
EXDATE           | RFC 5545 3.8.5.1  | DATE-TIME DATE        | VEVENT* VTODO* VJOURNAL* | TZID
RDATE            | RFC 5545 3.8.5.2  | DATE-TIME DATE PERIOD | VEVENT* VTODO* VJOURNAL* STANDARD* DAYLIGHT* | TZID
RRULE            | RFC 5545 3.8.5.3  | RECUR                 | VEVENT VTODO VJOURNAL STANDARD DAYLIGHT
EXRULE           | RFC 5545 A.3      | RECUR                 |
ACTION           | RFC 5545 3.8.6.1  | TEXT                  | VALARM
REPEAT           | RFC 5545 3.8.6.2  | INTEGER               | VALARM
TRIGGER          | RFC 5545 3.8.6.3  | DURATION DATE-TIME    | VALARM | RELATED
CREATED          | RFC 5545 3.8.7.1  | DATE-TIME             | VEVENT VTODO VJOURNAL
DTSTAMP          | RFC 5545 3.8.7.2  | DATE-TIME             | VEVENT VTODO VJOURNAL VFREEBUSY
LAST-MODIFIED    | RFC 5545 3.8.7.3  | DATE-TIME             | VEVENT VTODO VJOURNAL VTIMEZONE VCALENDAR
SEQUENCE         | RFC 5545 3.8.7.4  | INTEGER               | VEVENT VTODO VJOURNAL
REQUEST-STATUS   | RFC 5545 3.8.8.3  | TEXT                  | VEVENT* VTODO* VJOURNAL* VFREEBUSY* | LANGUAGE
NAME             | RFC 7986 5.1      | TEXT                  | VCALENDAR* | ALTREP LANGUAGE
REFRESH-INTERVAL | RFC 7986 5.7      | DURATION              | VCALENDAR
SOURCE           | RFC 7986 5.8      | URI                   | VCALENDAR
COLOR            | RFC 7986 5.9      | TEXT                  | VCALENDAR VEVENT VTODO VJOURNAL
IMAGE            | RFC 7986 5.10     | URI BINARY            | VCALENDAR* VEVENT* VTODO* VJOURNAL* | FMTTYPE ENCODING ALTREP DISPLAY
CONFERENCE       | RFC 7986 5.11     | URI                   | VEVENT* VTODO* | FEATURE LABEL LANGUAGE
`

// property is a row of the table.
type property struct {
	rule   string   // its section
	types  []string // the first goes without saying
	places []string // components, with a star where it may stand more than once
	params []string
}

// knownProperties reads the table.
func knownProperties() map[string]property {
	table := map[string]property{}
	for row := range strings.SplitSeq(strings.TrimSpace(propertyTable), "\n") {
		cells := append(strings.Split(row, "|"), "")
		table[strings.TrimSpace(cells[0])] = property{
			rule: strings.TrimSpace(cells[1]), types: strings.Fields(cells[2]),
			places: strings.Fields(cells[3]), params: strings.Fields(cells[4]),
		}
	}
	return table
}

// parameterRules gives the section of each parameter that a standard defines.
func parameterRules() map[string]string {
	rules := map[string]string{
		"DISPLAY": "RFC 7986 6.1", "EMAIL": "RFC 7986 6.2", "FEATURE": "RFC 7986 6.3", "LABEL": "RFC 7986 6.4",
		"SCHEDULE-AGENT": "RFC 6638 7.1", "SCHEDULE-FORCE-SEND": "RFC 6638 7.2", "SCHEDULE-STATUS": "RFC 6638 7.3",
	}
	for name, section := range map[string]string{
		"ALTREP": "1", "CN": "2", "CUTYPE": "3", "DELEGATED-FROM": "4", "DELEGATED-TO": "5", "DIR": "6", "ENCODING": "7",
		"FMTTYPE": "8", "FBTYPE": "9", "LANGUAGE": "10", "MEMBER": "11", "PARTSTAT": "12", "RANGE": "13", "RELATED": "14",
		"RELTYPE": "15", "ROLE": "16", "RSVP": "17", "SENT-BY": "18", "TZID": "19", "VALUE": "20",
	} {
		rules[name] = "RFC 5545 3.2." + section
	}
	return rules
}

package ical

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
)

// written writes every situation into a folder and gives the files in their order.
func written(t *testing.T, all []situation) []string {
	t.Helper()
	dir := t.TempDir()
	files := make([]string, len(all))
	for i, s := range all {
		b, err := Calendar(&s.give)
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		files[i] = filepath.Join(dir, strconv.Itoa(i)+".ics")
		if err := os.WriteFile(files[i], b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func TestLibicalFindsNothingWrong(t *testing.T) {
	judges := icaltest.Start(t)
	files := written(t, situations())
	if err := judges.Restrict(files...); err != nil {
		t.Error(err)
	}
}

// The judge must be able to say no, or its yes says nothing.
func TestLibicalRefusesWhatIsWrong(t *testing.T) {
	judges := icaltest.Start(t)
	v := plain()
	good, err := Calendar(&v)
	if err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(string) string{
		"no organizer": func(s string) string { return drop(s, "ORGANIZER") },
		"no attendee":  func(s string) string { return drop(s, "ATTENDEE") },
		"no start":     func(s string) string { return drop(s, "DTSTART") },
		"publish with attendees": func(s string) string {
			return strings.Replace(s, "METHOD:REQUEST", "METHOD:PUBLISH", 1)
		},
		"a broken time": func(s string) string { return strings.Replace(s, "DTSTART:2026", "DTSTART:20x6", 1) },
	} {
		file := filepath.Join(t.TempDir(), "bad.ics")
		if err := os.WriteFile(file, []byte(spoil(string(good))), 0o600); err != nil {
			t.Fatal(err)
		}
		if judges.Restrict(file) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// drop takes the lines of one property out.
func drop(s, name string) string {
	var out []string
	dropped := false
	for l := range strings.SplitAfterSeq(s, "\r\n") {
		if !strings.HasPrefix(l, " ") {
			dropped = strings.HasPrefix(l, name)
		}
		if !dropped {
			out = append(out, l)
		}
	}
	return strings.Join(out, "")
}

func TestPythonReadsWhatWasWritten(t *testing.T) {
	judges := icaltest.Start(t)
	all := slices.DeleteFunc(situations(), func(s situation) bool { return !s.python })
	found, err := judges.Read(written(t, all)...)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all {
		want := s.want
		want.Method = s.give.Method
		if d := cmp.Diff(expected(&want), found[i]); d != "" {
			t.Errorf("%s (-asked +read):\n%s", s.name, d)
		}
	}
}

func TestKhalImportsWhatWasWritten(t *testing.T) {
	judges := icaltest.Start(t)
	all := situations()
	found, err := judges.Import("2026-01-01", "2029-01-01", written(t, all)...)
	if err != nil {
		t.Fatal(err)
	}
	byUID := make(map[string]icaltest.Imported, len(found))
	for _, f := range found {
		byUID[f.UID] = f
	}
	const layout = "2006-01-02T15:04"
	for _, s := range all {
		if !s.python { // khal reads by the same library
			continue
		}
		want := icaltest.Imported{
			UID: s.want.UID, Start: s.want.Start.UTC().Format(layout), End: s.want.End.UTC().Format(layout),
			Title: s.want.Title, Location: locationOf(&s.want),
		}
		if d := cmp.Diff(want, byUID[s.want.UID]); d != "" {
			t.Errorf("%s (-asked +imported):\n%s", s.name, d)
		}
	}
}

// expected says what a reader should find, told from the invitation alone.
func expected(v *core.Invitation) icaltest.Calendar {
	instant := func(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }
	e := icaltest.Event{
		UID: v.UID, Sequence: v.Sequence, Stamp: instant(v.Stamp), Start: instant(v.Start), End: instant(v.End),
		Summary: v.Title, Description: v.Description, Location: locationOf(v),
		Status: "CONFIRMED", Transparency: "OPAQUE",
		Organizer:   icaltest.Party{Name: v.Organizer.Name, Email: asciiDomain(v.Organizer.Email), Params: map[string]string{}},
		Attendees:   []icaltest.Party{},
		Alarms:      []icaltest.Alarm{},
		Occurrences: []string{instant(v.Start)},
	}
	if v.Link != "" && v.Description != "Here: "+v.Link+", bring notes" {
		e.Description = strings.TrimPrefix(v.Description+"\n\n"+v.Link, "\n\n")
	}
	e.Conference, e.URL = expectedLink(v.Link)
	for _, g := range v.Guests {
		e.Attendees = append(e.Attendees, icaltest.Party{Name: g.Name, Email: asciiDomain(g.Email), Params: map[string]string{
			"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE",
		}})
	}
	components := []string{"VCALENDAR", "VEVENT"}
	switch {
	case v.Method == core.MethodUninvite:
		e.Status, e.Transparency = "", ""
	case v.Method == core.MethodCancel:
		e.Status, e.Transparency, e.Comment = "CANCELLED", "TRANSPARENT", v.Reason
	default:
		for _, n := range slices.Backward(v.Reminders) {
			components = append(components, "VALARM")
			e.Alarms = append(e.Alarms, icaltest.Alarm{Action: "DISPLAY", Description: v.Title, Minutes: float64(n)})
		}
	}
	return icaltest.Calendar{
		Method: v.Method.InFile(), Version: "2.0", Product: productID,
		Components: components, Events: []icaltest.Event{e},
	}
}

func expectedLink(link string) (conference, page string) {
	switch link {
	case "https://встреча.example.org/комната/5":
		s := "https://%D0%B2%D1%81%D1%82%D1%80%D0%B5%D1%87%D0%B0.example.org/%D0%BA%D0%BE%D0%BC%D0%BD%D0%B0%D1%82%D0%B0/5"
		return s, s
	case "https://x.example/ X-EVIL:1":
		return "https://x.example/%20X-EVIL:1", "https://x.example/%20X-EVIL:1"
	}
	switch {
	case strings.HasPrefix(link, "https:"):
		return link, link
	case strings.HasPrefix(link, "tel:"):
		return link, ""
	}
	return "", ""
}

package ical

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mentorbook/core"
)

// hostile draws texts from what breaks writers: line ends of every kind, the marks of the format, its own
// words, broken UTF-8, characters that are more than one, and plain letters between them.
func hostile() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\x00", "\x7f", "\t", " ", "  ",
			`"`, `\`, `\n`, ";", ":", ",", "^", "^n", "^'", "=", "%0A", "=?utf-8?q?a?=", "=\r\n",
			"BEGIN:VEVENT", "END:VCALENDAR", "\r\nATTENDEE:mailto:evil@example.org", "\nX-EVIL:1", "\r\n ", "\r\n\r\n--",
			"\xff", "\xc3", "\xed\xa0\x80", "\u202e", "\ufeff", "e\u0301", "👩🏽‍💻", "🇷🇸", "ё", "щука",
		}),
		rapid.String(),
		rapid.StringN(0, 40, 80),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 12), func(p []string) string { return strings.Join(p, "") })
}

// drawn draws an invitation that can be written: every text is hostile, the rest is sound.
func drawn() *rapid.Generator[core.Invitation] {
	return rapid.Custom(func(t *rapid.T) core.Invitation {
		text := hostile()
		party := func(i int) core.Party {
			return core.Party{Name: text.Draw(t, "name"), Email: fmt.Sprintf("p%d@example.org", i)}
		}
		start := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "start"), 0)
		v := core.Invitation{
			Method:   rapid.SampledFrom([]core.Method{core.MethodRequest, core.MethodPublish, core.MethodCancel}).Draw(t, "method"),
			UID:      rapid.StringMatching(`[ -~а-я]{0,60}[a-z]`).Draw(t, "uid"),
			Sequence: rapid.IntRange(0, 9).Draw(t, "sequence"),
			Stamp:    time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "stamp"), 0),
			Start:    start, End: start.Add(time.Duration(rapid.IntRange(1, 600).Draw(t, "minutes")) * time.Minute),
			Title: "T" + text.Draw(t, "title"), Description: text.Draw(t, "description"), Place: text.Draw(t, "place"),
			Link: text.Draw(t, "link"), Reason: text.Draw(t, "reason"), Organizer: party(0),
			Reminders: core.NewReminders(rapid.SliceOfN(rapid.IntRange(0, 1440), 0, 3).Draw(t, "reminders")...),
			Language:  rapid.SampledFrom([]core.Language{core.English, core.Russian}).Draw(t, "language"),
		}
		if rapid.Bool().Draw(t, "web") {
			v.Link = "https://meet.example.org/" + v.Link
		}
		if r := []rune(strings.ToValidUTF8(v.Title, "")); len(r) > core.MaxName {
			v.Title = string(r[:core.MaxName])
		}
		for i := range rapid.IntRange(1, 4).Draw(t, "guests") {
			v.Guests = append(v.Guests, party(i+1))
		}
		return v
	})
}

func TestNoTextAddsALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawn().Draw(t, "invitation")
		b, err := Calendar(&v)
		if err != nil {
			t.Fatal(err)
		}
		if err := sound(&v, b); err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
		again, err := Calendar(&v)
		if err != nil || !bytes.Equal(b, again) {
			t.Fatal("the same invitation gave other bytes")
		}
	})
}

// sound holds a file against the invitation it was written from: by our own strict reader, property by
// property, then by go-ical.
func sound(v *core.Invitation, b []byte) error {
	lines, err := readStrictly(b)
	if err != nil {
		return err
	}
	have := make([]string, len(lines))
	for i, l := range lines {
		have[i] = l.path + " " + l.name
	}
	clean, err := prepare(v)
	if err != nil {
		return err
	}
	if d := cmp.Diff(properties(clean), have); d != "" {
		return fmt.Errorf("properties (-asked +written): %s", d)
	}
	const event = "VCALENDAR/VEVENT"
	for name, want := range map[string]string{
		"UID": v.UID, "SUMMARY": clean.Title, "DESCRIPTION": descriptionOf(clean), "LOCATION": locationOf(clean),
	} {
		if l := find(lines, event, name); len(l) == 1 && l[0].text() != want {
			return fmt.Errorf("%s reads %q, not %q", name, l[0].text(), want)
		}
	}
	for i, l := range find(lines, event, "ATTENDEE") {
		address, err := url.PathUnescape(strings.TrimPrefix(l.value, "mailto:"))
		if g := clean.Guests[i]; err != nil || l.params["CN"] != g.Name || address != asciiDomain(g.Email) {
			return fmt.Errorf("guest %d reads %q %q, not %+v", i+1, l.params["CN"], l.value, g)
		}
	}
	return soundByLibrary(clean, b)
}

// properties says which lines there must be, in their order.
func properties(v *core.Invitation) []string {
	calendar := []string{"METHOD", "PRODID", "VERSION"}
	var event []string
	add := func(yes bool, names ...string) {
		if yes {
			event = append(event, names...)
		}
	}
	for range v.Guests {
		add(true, "ATTENDEE")
	}
	add(v.Method == core.MethodCancel && v.Reason != "", "COMMENT")
	uri, joinable := conferenceURI(v.Link)
	add(joinable, "CONFERENCE")
	add(v.Description != "" || v.Link != "", "DESCRIPTION")
	add(true, "DTEND", "DTSTAMP", "DTSTART")
	add(v.Place != "" || v.Link != "", "LOCATION")
	add(true, "ORGANIZER", "SEQUENCE")
	add(v.Method != core.MethodUninvite, "STATUS")
	add(true, "SUMMARY")
	add(v.Method != core.MethodUninvite, "TRANSP")
	add(true, "UID")
	add(joinable && strings.HasPrefix(strings.ToLower(uri), "http"), "URL")
	var out []string
	for _, n := range calendar {
		out = append(out, "VCALENDAR "+n)
	}
	for _, n := range event {
		out = append(out, "VCALENDAR/VEVENT "+n)
	}
	for range v.Reminders {
		if v.Method == core.MethodCancel || v.Method == core.MethodUninvite {
			break
		}
		for _, n := range []string{"ACTION", "DESCRIPTION", "TRIGGER"} {
			out = append(out, "VCALENDAR/VEVENT/VALARM "+n)
		}
	}
	return out
}

func soundByLibrary(v *core.Invitation, b []byte) error {
	cal, err := ical.NewDecoder(bytes.NewReader(b)).Decode()
	if err != nil {
		return err
	}
	if len(cal.Children) != 1 || len(cal.Events()) != 1 {
		return fmt.Errorf("%d components", len(cal.Children))
	}
	e := cal.Events()[0]
	title, err := e.Props.Text(ical.PropSummary)
	if err != nil || title != v.Title {
		return fmt.Errorf("SUMMARY reads %q, not %q: %w", title, v.Title, err)
	}
	text, err := e.Props.Text(ical.PropDescription)
	if err != nil || text != descriptionOf(v) {
		return fmt.Errorf("DESCRIPTION reads %q, not %q: %w", text, descriptionOf(v), err)
	}
	start, err := e.DateTimeStart(nil)
	if err != nil || !start.Equal(v.Start) {
		return fmt.Errorf("DTSTART reads %v, not %v: %w", start, v.Start, err)
	}
	end, err := e.DateTimeEnd(nil)
	if err != nil || !end.Equal(v.End) {
		return fmt.Errorf("DTEND reads %v, not %v: %w", end, v.End, err)
	}
	return nil
}

func TestEverySituationIsSound(t *testing.T) {
	for _, s := range situations() {
		b, err := Calendar(&s.give)
		if err == nil {
			err = sound(&s.give, b)
		}
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
		}
	}
}

func FuzzCalendar(f *testing.F) {
	for _, s := range situations() {
		v := s.give
		f.Add(v.UID, v.Title, v.Description, v.Place, v.Link, v.Organizer.Name, v.Guests[0].Name, v.Guests[0].Email)
	}
	f.Fuzz(func(t *testing.T, uid, title, description, place, link, organizer, guest, email string) {
		v := plain()
		v.UID, v.Title, v.Description, v.Place, v.Link = uid, title, description, place, link
		v.Organizer.Name, v.Guests[0].Name, v.Guests[0].Email = organizer, guest, email
		b, err := Calendar(&v)
		if err != nil {
			if b != nil || core.CodeOf(err) == core.CodeInternal {
				t.Fatal(err)
			}
			return
		}
		if err := sound(&v, b); err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
	})
}

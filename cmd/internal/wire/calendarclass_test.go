package wire

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

const (
	secretText = "DTSTART:20261202T100000Z\nDURATION:PT1H\nORGANIZER:mailto:amina.yusuf@kijani.example\nATTENDEE:mailto:maja@lindqvist.example\n" +
		"SUMMARY:SECRET leave\nLOCATION:SECRET clinic\nDESCRIPTION:SECRET reason\nURL:https://secret.example/SECRET\nSEQUENCE:1\nCLASS:"
	secretRun = "DTSTART;TZID=Africa/Nairobi:20261201T100000\nDURATION:PT1H\nORGANIZER:mailto:amina.yusuf@kijani.example\nATTENDEE:mailto:maja@lindqvist.example\n" +
		"SUMMARY:SECRET therapy\nLOCATION:SECRET room\nURL:https://secret.example/SECRET\nSEQUENCE:1\n"
)

// fed writes a published calendar and gives its text, unfolded.
func fed(t *testing.T, p *planner.Planner, rel core.ID) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "feed.ics")
	_, err := p.Invitations.WriteFeed(t.Context(), planner.FeedWish{Relationship: rel}, path)
	ok(t, err)
	return unfolded(t, path)
}

func unfolded(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	ok(t, err)
	return strings.ReplaceAll(string(data), "\r\n ", "")
}

// What somebody else calls private stays so: the owner's own file says CLASS again, and what is handed on has no word of
// it (RFC 5545 3.8.1.3).
func TestAPrivateMeetingKeepsItsTitle(t *testing.T) {
	for class, want := range map[string]string{"PUBLIC": "", "PRIVATE": "PRIVATE", "confidential": "CONFIDENTIAL", "X-FAMILY": "PRIVATE"} {
		t.Run(class, func(t *testing.T) {
			p := open(t)
			text := itip("REQUEST", eventText("one", secretText+class))
			if got := take(t, p, text); got != newOne {
				t.Fatal(got)
			}
			m := meetingByUID(t, p, "one")
			if m.Title != "SECRET leave" || strings.ToUpper(string(m.Origin.Class)) != want {
				t.Fatalf("%q %q", m.Title, m.Origin.Class)
			}
			if got := take(t, p, text); got != same {
				t.Errorf("a second time: %s", got)
			}
			mine := fed(t, p, core.ID{})
			if !strings.Contains(mine, "SUMMARY:SECRET leave") || strings.Contains(mine, "\r\nCLASS:"+want+"\r\n") != (want != "") {
				t.Errorf("the owner's own file:\n%s", mine)
			}
			path := filepath.Join(t.TempDir(), "one.ics")
			_, err := p.Invitations.Send(t.Context(), m.ID, core.MethodPublish, path)
			ok(t, err)
			for name, handed := range map[string]string{"of the relationship": fed(t, p, m.Relationship), "published": unfolded(t, path)} {
				if strings.Contains(handed, "SECRET") != (want == "") || !strings.Contains(handed, "UID:one\r\n") || !strings.Contains(handed, "DTSTART:20261202T100000Z") ||
					strings.Contains(handed, "\r\nCLASS:"+want+"\r\n") != (want != "") {
					t.Errorf("%s:\n%s", name, handed)
				}
			}
		})
	}
}

// The same of a series, whose meetings are as private as the whole, and of one of them alone.
func TestAPrivateSeriesKeepsItsTitle(t *testing.T) {
	const moved = "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H\n" +
		"ORGANIZER:mailto:amina.yusuf@kijani.example\nATTENDEE:mailto:maja@lindqvist.example\nSUMMARY:SECRET visit\nSEQUENCE:1"
	for _, c := range []struct {
		name, whole, one string
		hides            []string
		says             int
	}{
		{"the whole", "\nCLASS:PRIVATE", "", []string{"SECRET therapy", "SECRET visit", "SECRET room"}, 2},
		{"one of them", "", "\nCLASS:CONFIDENTIAL", []string{"SECRET visit"}, 1},
		{"none", "", "", nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			text := itip("REQUEST", eventText("run", secretRun+"RRULE:FREQ=WEEKLY;COUNT=3"+c.whole), eventText("run", moved+c.one))
			if got := take(t, p, text); got != "new 2, changed 0, same 0, refused 0" {
				t.Fatal(got)
			}
			if got := take(t, p, text); got != "new 0, changed 0, same 2, refused 0" {
				t.Errorf("a second time: %s", got)
			}
			s := seriesByUID(t, p, "run")
			mine, handed := fed(t, p, core.ID{}), fed(t, p, s.Relationship)
			if n := strings.Count(mine, "\r\nCLASS:"); n != c.says || !strings.Contains(mine, "SUMMARY:SECRET visit") {
				t.Errorf("%d times in the owner's own file:\n%s", n, mine)
			}
			for _, word := range []string{"SECRET therapy", "SECRET visit", "SECRET room"} {
				hidden := false
				for _, h := range c.hides {
					hidden = hidden || h == word
				}
				if strings.Contains(handed, word) == hidden || !strings.Contains(handed, "DTSTART;TZID=Africa/Nairobi:20261209T120000") {
					t.Errorf("%s:\n%s", word, handed)
				}
			}
		})
	}
}

// A new version may make private what was not, and the other way round: the records of its meetings follow.
func TestAMeetingBecomesPrivate(t *testing.T) {
	p := open(t)
	version := func(n, class string) string {
		return itip("REQUEST", strings.Replace(eventText("run", strings.Replace(secretRun, "SEQUENCE:1", "SEQUENCE:"+n, 1)+"RRULE:FREQ=WEEKLY;COUNT=3\nCLASS:"+class), "20261101", "2026111"+n, 1))
	}
	take(t, p, version("1", "PUBLIC"))
	s := seriesByUID(t, p, "run")
	first, err := p.Series.Occurrence(t.Context(), s.ID, s.Start)
	ok(t, err)
	_, err = p.Agendas.Add(t.Context(), first.ID, core.AgendaItem{Text: "Offer"})
	ok(t, err)
	for n, class := range map[string]string{"2": "PRIVATE"} {
		if got := take(t, p, version(n, class)); got != changedOne {
			t.Fatal(got)
		}
	}
	if m, err := p.Meetings.Get(t.Context(), first.ID); err != nil || !m.Private() || !seriesByUID(t, p, "run").Origin.Class.Hides() {
		t.Errorf("%+v, %v", m, err)
	}
	if got := take(t, p, version("3", "PUBLIC")); got != changedOne {
		t.Error(got)
	}
	if m, err := p.Meetings.Get(t.Context(), first.ID); err != nil || m.Private() {
		t.Errorf("%+v, %v", m, err)
	}
}

// What a step calls it stands in the journal and on the screen, and so does what it clashes with.
func TestAPrivateTitleIsSaidNowhere(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("one", secretText+"PRIVATE")))
	m := meetingByUID(t, p, "one")
	other, err := p.Meetings.PlanFor(t.Context(), core.Meeting{Relationship: m.Relationship, Start: m.Start, Zone: m.Zone}, 30)
	ok(t, err)
	found, err := p.Meetings.ClashesOf(t.Context(), *other)
	ok(t, err)
	if len(found) == 0 || found[0].Title != "SECRET leave" || strings.Contains(found[0].Shown(true).Title, "SECRET") || found[0].Shown(true).Title == "" {
		t.Errorf("%+v", found)
	}
	ok(t, p.Meetings.Cancel(t.Context(), m.ID, ""))
	step, err := p.Undo(t.Context())
	ok(t, err)
	if name := step.Args["name"]; name == "" || strings.Contains(name, "SECRET") {
		t.Errorf("%q", name)
	}
}

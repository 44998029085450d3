package ical

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
	"mentorbook/core/locale"
)

// counters are proposals of another time: for a meeting by itself, for one of a series, and for all of it.
func counters() map[string]*core.Invitation {
	single := plain()
	one, all := recurringInvitation("Europe/Berlin"), recurringInvitation("America/New_York")
	one.Series.Original = core.NewDate(2026, time.April, 1).At(14, 0)
	one.Series.Start, one.Series.End = core.NewDate(2026, time.April, 2).At(9, 30), core.NewDate(2026, time.April, 2).At(10, 0)
	out := map[string]*core.Invitation{"a meeting": &single, "one of a series": one, "a series": all}
	for _, v := range out {
		v.Method, v.Answer, v.Comment, v.Sequence = core.MethodCounter, core.AnswerTentative, "An hour later,\nif you can", 3
		v.Description, v.Link, v.Reminders = "", "", nil
	}
	return out
}

// A proposal is what RFC 5546 3.2.7 asks for, as libical's table of restrictions and our own lint hold it, and is read
// back as what it is: who proposes, which version, and when.
func TestCounters(t *testing.T) {
	judges := icaltest.Start(t)
	for name, v := range counters() {
		data, err := Calendar(v)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		path := filepath.Join(t.TempDir(), "counter.ics")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := judges.Restrict(path); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := os.WriteFile(path, []byte(drop(string(data), "ORGANIZER")), 0o600); err != nil || judges.Restrict(path) == nil {
			t.Errorf("%s: the judge takes one without an organizer (%v)", name, err)
		}
		if found := linted(t, string(data)); len(found) > 0 {
			t.Errorf("%s: %+v", name, found)
		}
		text := strings.ReplaceAll(string(data), "\r\n ", "")
		for _, want := range []string{"METHOD:COUNTER\r\n", "SEQUENCE:3\r\n", "PARTSTAT=TENTATIVE:mailto:darya@example.org\r\n", "COMMENT:An hour later\\,\\nif you can\r\n", "ORGANIZER;CN=Amina Yusuf:mailto:amina@example.org\r\n"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", name, want, text)
			}
		}
		for _, none := range []string{"RSVP", "STATUS:", "BEGIN:VALARM", "EXDATE"} {
			if strings.Contains(text, none) {
				t.Errorf("%s: %s in\n%s", name, none, text)
			}
		}
		if strings.Count(text, "BEGIN:VEVENT") != 1 || strings.Count(text, "ATTENDEE") != 1 {
			t.Errorf("%s:\n%s", name, text)
		}
		b, err := Calendars{}.Read(t.Context(), "counter.ics", bytes.NewReader(data), nil)
		if err != nil || len(b.Answers) != 1 || b.Count != 0 {
			t.Fatalf("%s: %+v, %v", name, b, err)
		}
		start := v.Start
		if v.Series != nil {
			loc, _ := v.Series.Zone.Location()
			start = v.Series.Start.InLocation(loc)
		}
		a := b.Answers[0]
		if !a.Proposed || !a.Start.Equal(start) || a.Email != "darya@example.org" || a.Sequence != 3 || a.Answer != core.AnswerTentative || a.Comment != "An hour later, if you can" {
			t.Errorf("%s: %+v", name, a)
		}
		if a.Recurrence.IsZero() == (name == "one of a series") || (a.Rule != "") != (name == "a series") {
			t.Errorf("%s: of %v by %q", name, a.Recurrence, a.Rule)
		}
	}
}

// As an e-mail it goes from the guest to the organizer, says that it proposes, and asks for no answer by buttons.
func TestACounterAsAnEmail(t *testing.T) {
	v := counters()["a meeting"]
	for lang, want := range map[core.Language]string{core.English: "Another time proposed: ", core.Russian: "Предложено другое время: "} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		words := Compose(v, w)
		if !strings.HasPrefix(words.Subject, want) || !strings.Contains(words.Text, v.Guests[0].Name) || strings.Contains(words.Text, attachmentName) {
			t.Errorf("%s: %+v", lang, words)
		}
		data, err := Email(v, words)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := bytes.Cut(data, []byte("\r\n\r\n"))
		if !bytes.Contains(head, []byte("darya@example.org")) || !bytes.Contains(data, []byte("method=COUNTER")) {
			t.Errorf("%s", head)
		}
		for line := range bytes.SplitSeq(head, []byte("\r\n")) {
			if bytes.HasPrefix(line, []byte("To:")) && !bytes.Contains(line, []byte("amina@example.org")) {
				t.Errorf("%s", line)
			}
		}
	}
}

// Word that the time stays is what RFC 5546 3.2.8 asks for, and goes from the organizer to who proposed another, in words too.
func TestDeclineCounters(t *testing.T) {
	judges := icaltest.Start(t)
	for name, v := range counters() {
		v.Method, v.Answer, v.Comment = core.MethodDeclineCounter, "", "The room is taken"
		v.Guests[0].Answer = core.AnswerTentative
		data, err := Calendar(v)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		path := filepath.Join(t.TempDir(), "kept.ics")
		if err := os.WriteFile(path, []byte(drop(string(data), "SEQUENCE")), 0o600); err != nil { // which the RFC asks for, and libical's table has not
			t.Fatal(err)
		}
		if err := judges.Restrict(path); err != nil {
			t.Errorf("%s: %v\n%s", name, err, data)
		}
		if found := linted(t, string(data)); len(found) > 0 {
			t.Errorf("%s: %+v", name, found)
		}
		text := strings.ReplaceAll(string(data), "\r\n ", "")
		if !strings.Contains(text, "METHOD:DECLINECOUNTER\r\n") || !strings.Contains(text, "COMMENT:The room is taken\r\n") || !strings.Contains(text, "SEQUENCE:3\r\n") || strings.Contains(text, "ATTENDEE") || strings.Contains(text, "SUMMARY") {
			t.Errorf("%s:\n%s", name, text)
		}
		for lang, want := range map[core.Language]string{core.English: "Time unchanged: ", core.Russian: "Время прежнее: "} {
			w, err := locale.New(lang)
			if err != nil {
				t.Fatal(err)
			}
			words := Compose(v, w)
			if !strings.HasPrefix(words.Subject, want) || !strings.Contains(words.Text, "The room is taken") || !strings.Contains(words.Text, v.Organizer.Name) || strings.Contains(words.Text, attachmentName) {
				t.Errorf("%s, %s: %+v", name, lang, words)
			}
		}
	}
}

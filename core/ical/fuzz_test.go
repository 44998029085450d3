package ical

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"mentorbook/core"
)

// seeds adds the foreign files and our own to a fuzz target.
func seeds(f *testing.F) {
	files, err := filepath.Glob("testdata/foreign/*.ics")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range append(files, "testdata/request.ics", "testdata/cancel.ics", "testdata/busy/outlook.vfb") {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=X\nCN=\"a\"b:\nEND:VEVENT"))
}

// The scanner gives back every octet of a file once: none is read twice, none beyond its end.
func FuzzScanner(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		s := newScanner(string(raw))
		s.whole = true
		last, size := 0, 0
		for {
			l, ok := s.next()
			if !ok {
				break
			}
			if l.line <= last || l.line > s.line {
				t.Fatalf("line %d after %d", l.line, last)
			}
			last = l.line
			if l.flaw == flawNone { // of others the value is the line as it stands
				size += len(l.name) + len(l.params) + len(l.value)
			}
			if len(l.value) > maxUnfolded || strings.ToUpper(l.name) != l.name {
				t.Fatalf("%+v", l)
			}
			_ = l.param("TZID")
			if !utf8.ValidString(l.text()) {
				t.Fatalf("%q is not UTF-8", l.text())
			}
		}
		if size > len(raw) {
			t.Fatalf("%d octets of %d", size, len(raw))
		}
	})
}

// Whatever a file holds, its occurrences lie in what was asked for, in order, and can be printed line by line.
func FuzzOccurrences(f *testing.F) {
	seeds(f)
	from, to := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, raw []byte) {
		list, findings, err := Occurrences(context.Background(), bytes.NewReader(raw), from, to)
		if err != nil && core.CodeOf(err) != core.CodeNotImport {
			t.Fatal(err)
		}
		for i, o := range list {
			if !o.Start.Before(to) || o.End.Before(from) || o.End.Before(o.Start) || strings.ContainsAny(o.UID+o.Summary, "\t\r\n\x1b") {
				t.Fatalf("%+v", o)
			}
			if i > 0 && o.Start.Before(list[i-1].Start) {
				t.Fatal("out of order")
			}
		}
		for _, x := range findings {
			if x.Flaw == "" || !utf8.ValidString(x.Value) {
				t.Fatalf("%+v", x)
			}
		}
		if _, err := Lint(context.Background(), bytes.NewReader(raw)); err != nil && core.CodeOf(err) != core.CodeNotImport {
			t.Fatal(err)
		}
	})
}

// What a batch holds is fit to be kept: clean texts, valid times, the same at every walk.
func FuzzCalendars(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, raw []byte) { batchIsSound(t, "x.ics", raw) })
}

func batchIsSound(t *testing.T, name string, raw []byte) {
	b, err := Calendars{}.Read(context.Background(), name, bytes.NewReader(raw), nil)
	if err != nil {
		if core.CodeOf(err) != core.CodeNotImport {
			t.Fatal(err)
		}
		return
	}
	n := 0
	for e := range b.Events {
		n++
		if e.UID == "" || core.CleanLine(e.UID) != e.UID || core.CleanLine(e.Title) != e.Title || !e.Start.Valid() && e.Start.Date.Year < 9999 {
			t.Fatalf("%+v", e)
		}
		if e.Zone != "" {
			if _, err := e.Zone.Location(); err != nil {
				t.Fatalf("zone %q: %v", e.Zone, err)
			}
		}
		if e.Link != "" && !core.ValidLink(e.Link) {
			t.Fatalf("link %q", e.Link)
		}
	}
	if n != b.Count {
		t.Fatalf("%d events, not %d", n, b.Count)
	}
	for _, one := range b.Free {
		if core.CleanLine(one.Of.Email+one.Of.Name) != one.Of.Email+one.Of.Name {
			t.Fatalf("%+v", one.Of)
		}
		for _, p := range one.Periods {
			if !p.Start.Before(p.End) || p.Start.Location() != time.UTC || p.End.Location() != time.UTC {
				t.Fatalf("%+v", p)
			}
		}
	}
	for _, a := range b.Answers {
		if !utf8.ValidString(a.UID+a.Comment) || strings.ContainsAny(a.UID+a.Comment, "\r\n") {
			t.Fatalf("%+v", a)
		}
	}
}

func FuzzReply(f *testing.F) {
	for _, s := range []string{"ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org", "ATTENDEE;CN=\"x\":a@example.org\nRECURRENCE-ID:20260101T000000Z"} {
		f.Add([]byte("BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:x\nDTSTAMP:20260101T000000Z\nDTSTART:20260101T000000Z\n" + s + "\nEND:VEVENT\nEND:VCALENDAR\n"))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		batchIsSound(t, "x.ics", append([]byte("BEGIN:VCALENDAR\nMETHOD:REPLY\n"), raw...))
	})
}

func FuzzMail(f *testing.F) {
	for _, file := range []string{"testdata/request.eml", "testdata/cancel.eml", "testdata/russian.eml"} {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) { batchIsSound(t, "x.eml", raw) })
}

// A rule's instances rise, lie in what was asked for, and are the same wherever the question begins.
func FuzzRule(f *testing.F) {
	for _, c := range rfcExamples() {
		rrule, _, _ := strings.Cut(c.lines, " ")
		f.Add(rrule, int64(873190800))
	}
	f.Fuzz(func(t *testing.T, text string, at int64) {
		r, _ := parseRule(text)
		if r == nil {
			return
		}
		start := wall(floorMod(at, 4e9))
		all := func(from wall) ([]wall, bool) {
			var out []wall
			enough := r.expand(start, from, start+800*day, &fuel{300_000}, func(w wall) bool {
				out = append(out, w)
				return len(out) < 5_000
			})
			return out, enough && len(out) < 5_000
		}
		list, whole := all(start)
		for i, w := range list {
			if w <= start || w >= start+800*day || i > 0 && w <= list[i-1] {
				t.Fatalf("%v after %v", w.instant(), list[max(0, i-1)].instant())
			}
		}
		if r.count > 0 && len(list) >= r.count {
			t.Fatalf("%d of %d", len(list)+1, r.count)
		}
		later, alsoWhole := all(start + 400*day)
		if whole && alsoWhole {
			i, _ := slices.BinarySearch(list, start+400*day)
			if !slices.Equal(list[i:], later) {
				t.Fatalf("%d instances from the start, %d from the middle", len(list[i:]), len(later))
			}
		}
	})
}

// What we accept, go-ical's own decoder reads as well, and finds as many events in it; it panics on some of what
// is refused here, which is why it does not stand at the door.
func TestTheLibraryReadsForeignFilesAsWell(t *testing.T) {
	for _, file := range foreign(t) {
		raw := readFile(t, file)
		b, err := read(t.Context(), string(raw), true, nil)
		if err != nil {
			t.Fatal(err)
		}
		cal, err := ical.NewDecoder(bytes.NewReader(raw)).Decode()
		if err != nil || len(cal.Events()) != len(b.events) {
			t.Errorf("%s: %v; %d events", file, err, len(b.events))
		}
	}
}

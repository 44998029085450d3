package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/ical/icaltest"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// The second of Amina's Tuesdays, on Wednesday at noon in Nairobi, told by several clocks.
func aloneText(sequence, times string) string {
	return itip("REQUEST", eventText("run", withAmina+"SEQUENCE:"+sequence+"\n"+times))
}

var byClocks = map[string]string{
	"its own clock":   "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H",
	"UTC":             "RECURRENCE-ID:20261208T070000Z\nDTSTART:20261209T090000Z\nDURATION:PT1H",
	"another's clock": "RECURRENCE-ID;TZID=Asia/Tokyo:20261208T160000\nDTSTART;TZID=Asia/Tokyo:20261209T180000\nDURATION:PT1H",
	"the day alone":   "RECURRENCE-ID;VALUE=DATE:20261208\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H",
}

// A meeting that came before its series takes its place in it with all that was written for it, whatever clock told of
// it; a second time changes nothing, and one undo takes the series back.
func TestAMeetingFindsItsSeries(t *testing.T) {
	for name, times := range byClocks {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			if got := take(t, p, aloneText("2", times)); got != newOne {
				t.Fatal(got)
			}
			m := meetingByUID(t, p, "run")
			_, err := p.Agendas.Add(t.Context(), m.ID, core.AgendaItem{Text: "Offer"})
			ok(t, err)
			_, err = p.Notes.Write(t.Context(), core.Note{About: core.RefOf(m), Text: "Ask about the team"})
			ok(t, err)
			before := contents(t, p)
			whole := itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3"))
			plan := readCalendar(t, p, whole, planner.CalendarAsBoth)
			if plan.Steps[0].Kept != core.FlawJoins {
				t.Errorf("nothing is said of the meeting: %+v", plan.Steps[0])
			}
			if got := take(t, p, whole); got != newOne {
				t.Fatal(got)
			}
			s := seriesByUID(t, p, "run")
			if got := starts(t, p, s.ID); !strings.HasPrefix(got, "12-01T10:00 12-09T") || !strings.HasSuffix(got, "*a 12-15T10:00") {
				t.Errorf("%s", got)
			}
			notes, err := p.Notes.About(t.Context(), m.ID)
			if err != nil || len(notes) != 1 {
				t.Errorf("notes: %v, %v", notes, err)
			}
			after := contents(t, p)
			if got := take(t, p, whole); got != same || contents(t, p) != after {
				t.Errorf("a second time: %s", got)
			}
			if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
				t.Errorf("one undo does not take it back: %v", err)
			}
			if _, err := p.Redo(t.Context()); err != nil || contents(t, p) != after {
				t.Errorf("redo does not bring it again: %v", err)
			}
			newer := aloneText("3", strings.NewReplacer("20261209T12", "20261210T12", "20261209T09", "20261210T09", "20261209T18", "20261210T18").Replace(times))
			if got := take(t, p, newer); got != changedOne || !strings.Contains(starts(t, p, s.ID), "12-10T") {
				t.Errorf("a newer version of it: %s, %s", got, starts(t, p, s.ID))
			}
		})
	}
}

// The whole calendar, with the changed occurrence in it, gives one UID once without RECURRENCE-ID: before the series
// has come, beside it, and from a workspace in which both stood side by side.
func TestTheCalendarNamesAnOccurrenceOnce(t *testing.T) {
	judges := icaltest.Start(t)
	for name, times := range byClocks {
		p := open(t)
		take(t, p, aloneText("2", times))
		check := func(when string, masters int) {
			t.Helper()
			path := filepath.Join(t.TempDir(), "feed.ics")
			_, err := p.Invitations.WriteFeed(t.Context(), planner.FeedWish{Relationship: named(t, p, "Amina Yusuf").ID}, path)
			ok(t, err)
			data, err := os.ReadFile(path)
			ok(t, err)
			text := strings.ReplaceAll(string(data), "\r\n ", "")
			whole, alone := 0, 0
			for event := range strings.SplitSeq(text, "BEGIN:VEVENT") {
				switch {
				case !strings.Contains(event, "UID:run\r\n"):
				case strings.Contains(event, "RECURRENCE-ID"):
					alone++
				default:
					whole++
				}
			}
			if whole != masters || alone != 1 {
				t.Errorf("%s, %s: %d of all, %d of one\n%s", name, when, whole, alone, text)
			}
			findings, err := ical.Lint(t.Context(), strings.NewReader(string(data)))
			if err != nil || len(findings) > 0 {
				t.Errorf("%s, %s: %v %v", name, when, findings, err)
			}
			if err := judges.Restrict(path); err != nil {
				t.Errorf("%s, %s: %v", name, when, err)
			}
			if _, err := judges.Read(path); err != nil {
				t.Errorf("%s, %s: %v", name, when, err)
			}
		}
		check("before its series", 0)
		take(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3")))
		check("with its series", 1)
	}
}

// The file of the series may have the occurrence too, or say that it does not take place.
func TestASeriesComesWithWordOfTheMeeting(t *testing.T) {
	const utc = "RECURRENCE-ID:20261208T070000Z\nDTSTART:20261209T090000Z\nDURATION:PT1H"
	rule := "SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=3"
	for _, c := range []struct {
		name, text, does, want string
		prepared               bool
	}{
		{"the same", itip("REQUEST", runText(rule), eventText("run", withAmina+"SEQUENCE:3\n"+utc)), "new 1, changed 1, same 0, refused 0", "12-01T10:00 12-09T09:00* 12-15T10:00", false},
		{
			"another time", itip("REQUEST", runText(rule), eventText("run", withAmina+"SEQUENCE:3\n"+strings.ReplaceAll(utc, "09T09", "10T09"))),
			"new 1, changed 1, same 0, refused 0", "12-01T10:00 12-10T09:00* 12-15T10:00", false,
		},
		{"left out", itip("REQUEST", runText(rule+"\nEXDATE:20261208T070000Z")), newOne, "12-01T10:00 12-15T10:00", false},
		{"left out, with an agenda", itip("REQUEST", runText(rule+"\nEXDATE:20261208T070000Z")), newOne, "12-01T10:00 12-09T09:00*cancelleda 12-15T10:00", true},
		{"left out before it came", itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261208T070000Z")), newOne, "12-01T10:00 12-09T09:00* 12-15T10:00", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, aloneText("2", utc))
			if c.prepared {
				_, err := p.Agendas.Add(t.Context(), meetingByUID(t, p, "run").ID, core.AgendaItem{Text: "Offer"})
				ok(t, err)
			}
			before := contents(t, p)
			if got := take(t, p, c.text); got != c.does {
				t.Errorf("%s", got)
			}
			if got := starts(t, p, seriesByUID(t, p, "run").ID); got != c.want {
				t.Errorf("%s", got)
			}
			if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
				t.Errorf("one undo does not take it back: %v", err)
			}
		})
	}
}

func TestASeriesOfAStrangerTakesNoMeeting(t *testing.T) {
	p := open(t)
	take(t, p, aloneText("2", byClocks["UTC"]))
	text := strings.ReplaceAll(itip("REQUEST", runText("SEQUENCE:4\nRRULE:FREQ=WEEKLY")), "ORGANIZER:mailto:amina.yusuf@kijani.example",
		"ORGANIZER:mailto:eve@example.com\r\nATTENDEE:mailto:amina.yusuf@kijani.example")
	plan := readCalendar(t, p, text, planner.CalendarAsBoth)
	if plan.Refused != 1 || core.CodeOf(plan.Steps[0].Err) != core.CodeStranger {
		t.Errorf("%s: %+v", sums(plan), plan.Steps)
	}
}

// A series of which nothing but one meeting is here is called off as a whole.
func TestTheSeriesOfAMeetingIsCalledOff(t *testing.T) {
	p := open(t)
	take(t, p, aloneText("2", byClocks["UTC"]))
	off := itip("CANCEL", runText("SEQUENCE:3\nSTATUS:CANCELLED\nCOMMENT:She has left"))
	if got := take(t, p, off); got != changedOne {
		t.Fatal(got)
	}
	if m := meetingByUID(t, p, "run"); !m.Off() || m.Reason != "She has left" {
		t.Errorf("%+v", m)
	}
	if got := take(t, p, off); got != same {
		t.Errorf("a second time: %s", got)
	}
}

// An answer to one meeting of a series is about that one, and is known when the series has come.
func TestAnAnswerToAMeetingWithoutItsSeries(t *testing.T) {
	p := open(t)
	take(t, p, aloneText("2", byClocks["UTC"]))
	m := meetingByUID(t, p, "run")
	path := filepath.Join(t.TempDir(), "x.ics")
	_, err := p.Invitations.SendAs(t.Context(), m.ID, core.MethodReply, path, planner.Sending{Answer: core.AnswerAccepted})
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	if !strings.Contains(string(data), "RECURRENCE-ID:20261208T070000Z\r\n") {
		t.Errorf("an answer to all of the series:\n%s", data)
	}
	take(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3")))
	sent, err := p.Invitations.Sent(t.Context(), m.ID)
	if err != nil || len(sent) != 1 {
		t.Errorf("%v, %v", sent, err)
	}
}

// The other ways round: what came as busy time becomes a meeting of its series, and a busy time that recurs leaves
// out what is a meeting here.
func TestBusyTimesAndMeetingsOfOneSeries(t *testing.T) {
	p := open(t)
	plan := readCalendar(t, p, aloneText("2", byClocks["UTC"]), planner.CalendarAsBusy)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	before := contents(t, p)
	whole := itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3"))
	take(t, p, whole)
	if got := starts(t, p, seriesByUID(t, p, "run").ID); got != "12-01T10:00 12-09T09:00* 12-15T10:00" || busyByUID(t, p)["run 2026-12-08T07:00"] != nil {
		t.Errorf("%s", got)
	}
	if got := take(t, p, whole); got != same {
		t.Errorf("a second time: %s", got)
	}
	if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
		t.Errorf("one undo does not take it back: %v", err)
	}

	p = open(t)
	take(t, p, aloneText("2", byClocks["UTC"]))
	plan = readCalendar(t, p, whole, planner.CalendarAsBusy)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	if b := busyByUID(t, p)["run"]; len(b.Except) != 1 || b.Except[0].String() != "2026-12-08T10:00" {
		t.Errorf("%+v", b)
	}
	plan = readCalendar(t, p, whole, planner.CalendarAsBusy)
	if got := sums(plan); got != same {
		t.Errorf("a second time: %s", got)
	}
}

// A meeting that finds no place in its series stays beside it: the file is sound, and an export of it is taken in.
func TestAMeetingWithoutAPlaceInItsSeriesLeavesTheFileSound(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.mentorbook")
	store, p := filled(t, path)
	if got := take(t, p, aloneText("2", byClocks["its own clock"])); got != newOne {
		t.Fatal(got)
	}
	if got := take(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=1"))); got != newOne {
		t.Fatal(got)
	}
	var out bytes.Buffer
	ok(t, p.Exchange.Export(t.Context(), &out))
	ok(t, openWith(t).Exchange.Import(t.Context(), &out, nil))
	ok(t, store.Close())
	report, err := storage.Check(t.Context(), path)
	if ok(t, err); len(report.Findings) > 0 {
		t.Errorf("%+v", report.Findings)
	}
}

// Some programs name an occurrence by the midnight of its day instead of its start: where there is none then, and one on
// that day, it is that one, whichever of the two messages comes first.
func TestAnOccurrenceNamedByTheMidnightOfItsDay(t *testing.T) {
	whole := itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3"))
	off := func(original string) string {
		return itip("CANCEL", eventText("run", "DTSTART;TZID=Africa/Nairobi:20261208T100000\nDURATION:PT1H\nSEQUENCE:2\nSTATUS:CANCELLED\n"+withAmina+"RECURRENCE-ID;TZID=Africa/Nairobi:"+original))
	}
	for name, texts := range map[string][]string{
		"by its start": {whole, off("20261208T100000")},
		"after":        {whole, off("20261208T000000")},
		"before":       {off("20261208T000000"), whole},
		"twice":        {whole, off("20261208T000000"), off("20261208T000000")},
	} {
		p := open(t)
		for _, text := range texts {
			take(t, p, text)
		}
		if got := meetingsInDecember(t, p, "run"); got != "12-01T07:00 planned Weekly, 12-08T07:00 cancelled Weekly, 12-15T07:00 planned Weekly" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

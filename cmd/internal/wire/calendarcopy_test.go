package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// answersWith sends an answer to what an id names, and gives why it can't be.
func answersWith(t *testing.T, p *planner.Planner, id core.ID, how core.Answer) error {
	t.Helper()
	_, err := p.Invitations.SendAs(t.Context(), id, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: how})
	return err
}

// What a calendar alone tells of is a copy, whoever stands in it as a guest: there is nothing to answer, and it says so. The
// organizer's message makes an invitation of it, whether it is read before or after, and whichever of the two is older.
func TestWhatACalendarHoldsIsNoInvitation(t *testing.T) {
	const organized = "SUMMARY:Weekly\nORGANIZER:mailto:amina.yusuf@kijani.example\n"
	once := func(more string) string {
		return eventText("copy", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+more)
	}
	run := func(more string) string {
		return eventText("copy", "DTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n"+more)
	}
	for name, event := range map[string]func(string) string{"one": once, "series": run} {
		for _, feed := range []string{itip("PUBLISH", event(withAmina)), itip("PUBLISH", event(organized)), calendarText(event(withAmina)), calendarText(event(organized))} {
			for _, stamp := range []string{"20261101T000000Z", "20261030T000000Z", "20261105T000000Z"} {
				t.Run(name, func(t *testing.T) {
					asked := strings.ReplaceAll(itip("REQUEST", event(withAmina)), "20261101T000000Z", stamp)
					p := open(t)
					take(t, p, feed)
					id := meetingOrSeries(t, p, name)
					wantsNoAnswer(t, p, id)
					if got := take(t, p, asked); got != "new 0, changed 1, same 0, refused 0" {
						t.Errorf("the invitation after the calendar: %s", got)
					}
					wantsAnswer(t, p, id, asked, feed)

					p = open(t)
					take(t, p, asked)
					take(t, p, feed)
					wantsAnswer(t, p, meetingOrSeries(t, p, name), asked, feed)
				})
			}
		}
	}
}

func meetingOrSeries(t *testing.T, p *planner.Planner, name string) core.ID {
	t.Helper()
	if name == "one" {
		return meetingByUID(t, p, "copy").ID
	}
	return seriesByUID(t, p, "copy").ID
}

// wantsNoAnswer looks that something is a copy, for everybody who asks.
func wantsNoAnswer(t *testing.T, p *planner.Planner, id core.ID) {
	t.Helper()
	if needs := needsOf(t, p, planner.NeedToAnswer); len(needs) > 0 {
		t.Errorf("it is to be answered: %+v", needs)
	}
	list, err := p.Invitations.Guests(t.Context(), id)
	ok(t, err)
	if own := list.Own; own == nil || !own.Copy || own.Owed() || !own.InFew("UTC").Copy || list.Organizer.Email == "" {
		t.Errorf("%+v", own)
	}
	if err := answersWith(t, p, id, core.AnswerAccepted); core.CodeOf(err) != core.CodeCopied {
		t.Errorf("the answer: %v", err)
	}
	if _, err := p.Invitations.SendAs(t.Context(), id, core.MethodCounter, "x.ics", planner.Sending{Start: civil("2026-12-04T12:00")}); core.CodeOf(err) != core.CodeCopied {
		t.Errorf("the proposal: %v", err)
	}
	if _, err := p.Invitations.Prepare(t.Context(), id, core.MethodRequest); core.CodeOf(err) != core.CodeNotOrganizer {
		t.Errorf("an invitation to another's: %v", err)
	}
}

// wantsAnswer looks that something is an invitation, which files that were read before leave so.
func wantsAnswer(t *testing.T, p *planner.Planner, id core.ID, read ...string) {
	t.Helper()
	if needs := needsOf(t, p, planner.NeedToAnswer); len(needs) != 1 {
		t.Errorf("to be answered: %+v", needs)
	}
	for _, text := range read {
		if plan := readCalendar(t, p, text, planner.CalendarAsBoth); plan.New+plan.Changed > 0 {
			t.Errorf("once more: %s", sums(plan))
		}
	}
	ok(t, answersWith(t, p, id, core.AnswerAccepted))
	if needs := needsOf(t, p, planner.NeedToAnswer); len(needs) > 0 {
		t.Errorf("it is answered: %+v", needs)
	}
}

// One meeting of a series that is here as a calendar had it can be an invitation by itself, also where it has a record, and all of
// them are where all of it is one.
func TestOneOfACopyIsAnInvitation(t *testing.T) {
	p := open(t)
	all := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY")
	take(t, p, itip("PUBLISH", all))
	s := seriesByUID(t, p, "run")
	noted := func(original string) core.ID {
		m, err := p.Series.Occurrence(t.Context(), s.ID, civil(original))
		ok(t, err)
		_, err = p.Agendas.Add(t.Context(), m.ID, core.AgendaItem{Text: "Promotion"})
		ok(t, err)
		return m.ID
	}
	first, second := noted("2026-12-01T10:00"), noted("2026-12-08T10:00")
	one := runText("SEQUENCE:1\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000")
	one = strings.Replace(one, "20261201", "20261208", 2)
	take(t, p, itip("REQUEST", one))
	ok(t, answersWith(t, p, second, core.AnswerAccepted))
	wantsNoAnswer(t, p, first)
	wantsNoAnswer(t, p, s.ID)
	take(t, p, itip("REQUEST", all))
	ok(t, answersWith(t, p, first, core.AnswerAccepted))
	ok(t, answersWith(t, p, s.ID, core.AnswerTentative))
}

// A copy that is called off here is off without a word to anybody, and back where its organizer asks the owner to come.
func TestACopyIsCalledOffWithoutAWord(t *testing.T) {
	p := open(t)
	one := eventText("copy", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+withAmina)
	take(t, p, itip("PUBLISH", one))
	id := meetingByUID(t, p, "copy").ID
	ok(t, p.Meetings.Cancel(t.Context(), id, ""))
	owed, err := p.Invitations.Owed(t.Context(), []core.Ref{{Kind: core.KindMeeting, ID: id}})
	ok(t, err)
	if m := meetingByUID(t, p, "copy"); len(owed) > 0 || !m.Off() || m.Declined() {
		t.Errorf("%+v, owed %+v", m, owed)
	}
	if got := take(t, p, itip("PUBLISH", one)); got != same {
		t.Errorf("the calendar once more: %s", got)
	}
	take(t, p, itip("REQUEST", one))
	if m := meetingByUID(t, p, "copy"); !m.Planned() {
		t.Errorf("%+v", m)
	}
	wantsAnswer(t, p, id)
}

// So is a copy of a series.
func TestACopyOfASeriesComesBackByItsInvitation(t *testing.T) {
	p := open(t)
	run := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3")
	take(t, p, itip("PUBLISH", run))
	s := seriesByUID(t, p, "run")
	had := meetingsInDecember(t, p, "run")
	ok(t, p.Series.CallOff(t.Context(), s.ID, ""))
	off := contents(t, p)
	if got := take(t, p, itip("PUBLISH", run)); got != same || contents(t, p) != off {
		t.Errorf("the calendar once more: %s", got)
	}
	if got := take(t, p, itip("REQUEST", run)); got != "new 0, changed 1, same 0, refused 0" || meetingsInDecember(t, p, "run") != had {
		t.Errorf("the invitation: %s, %s", got, meetingsInDecember(t, p, "run"))
	}
	back := contents(t, p)
	if got := take(t, p, itip("REQUEST", run)); got != same || contents(t, p) != back {
		t.Errorf("the invitation once more: %s", got)
	}
	_, err := p.Undo(t.Context())
	ok(t, err)
	if contents(t, p) != off {
		t.Error("undo is not identity")
	}
	_, err = p.Redo(t.Context())
	ok(t, err)
	wantsAnswer(t, p, s.ID)
}

// Days off move no copy: it is its organizer's, as an invitation is. Where they call off, it goes without a word.
func TestDaysOffAndACopy(t *testing.T) {
	p := open(t)
	take(t, p, itip("PUBLISH", eventText("copy", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+withAmina)))
	for _, move := range []int{0, 7} {
		steps, err := p.Meetings.TimeOffPlan(t.Context(), planner.TimeOff{Period: core.Period{From: core.NewDate(2026, 12, 3), To: core.NewDate(2026, 12, 4)}, MoveDays: move})
		ok(t, err)
		for _, s := range steps {
			if s.Meeting.UID == "copy" && (s.Message.Method != "" || s.Stays != (move > 0) || s.Off() != (move == 0)) {
				t.Errorf("%d days: %+v", move, s)
			}
		}
	}
}

// Two of this program: what the mentor's calendar has of a meeting is no invitation for the mentee, and what was sent is; an
// answer is one that the mentor takes.
func TestACalendarThatIsHandedOnAsksNobody(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	hand := func() {
		t.Helper()
		c.clock.now = c.clock.now.Add(time.Minute)
		path := filepath.Join(c.dir, "feed.ics")
		_, err := c.organizer.Invitations.WriteFeed(t.Context(), planner.FeedWish{Name: "Olga", Relationship: c.rel}, path)
		ok(t, err)
		data, err := os.ReadFile(path)
		ok(t, err)
		plan, err := c.guest.CalendarFiles.Read(t.Context(), "feed.ics", bytes.NewReader(data), planner.CalendarAsBoth)
		ok(t, err)
		ok(t, c.guest.CalendarFiles.Import(t.Context(), plan, nil))
	}
	hand()
	mine := c.guestsSeries(t, s)
	wantsNoAnswer(t, c.guest, mine.ID)
	wantsNoAnswer(t, c.guest, c.guestsOne(t, s, "2026-12-11T16:00"))
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	hand()
	if _, step := c.tell(t, mine.ID, core.MethodReply, planner.Sending{Answer: core.AnswerAccepted}); step.Err != nil {
		t.Errorf("%v", step.Err)
	}
	if heard := c.heard(t, s, "2026-12-11T16:00"); heard != core.AnswerAccepted {
		t.Errorf("heard %s", heard)
	}
}

// What was accepted at one time is not accepted at another to which a calendar moves it, whether or not that counts it as a new
// version.
func TestAnAcceptedMeetingThatACalendarMovesIsNotAccepted(t *testing.T) {
	for _, sequence := range []string{"0", "1"} {
		p := open(t)
		one := eventText("one", "DTSTART:20261203T100000Z\nDURATION:PT1H\n"+withAmina)
		take(t, p, itip("REQUEST", one))
		id := meetingByUID(t, p, "one").ID
		ok(t, answersWith(t, p, id, core.AnswerAccepted))
		one = strings.NewReplacer("20261203T10", "20261204T12", "20261101T000000Z", "20261124T000000Z", "DURATION", "SEQUENCE:"+sequence+"\r\nDURATION").Replace(one)
		if got := take(t, p, itip("PUBLISH", one)); got != "new 0, changed 1, same 0, refused 0" {
			t.Fatal(got)
		}
		if room, err := p.Meetings.Room(t.Context(), id); err != nil || !room.Own.Owed() || !room.Own.Again || room.Meeting.Start.Date != core.NewDate(2026, 12, 4) {
			t.Errorf("SEQUENCE %s: %+v, %v", sequence, room.Own, err)
		}
	}
}

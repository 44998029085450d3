package wire

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// three is a mentor with two mentees in one circle: Gus has this program, Ann a calendar that answers in its own way.
type three struct {
	*conversation
	ann    *guestCalendar
	annID  core.ID
	unread []string                 // by Ann
	said   map[string][]core.Answer // by Ann, by UID and original start, "" being all of a series
	skew   time.Duration            // by how much Ann's clock is wrong
	ids    []core.ID                // of the series, each followed by the next
	log    []string
	heard  []string // answers that the organizer has not read
	sent   int
}

func newThree(t *testing.T, seed uint64) *three {
	t.Helper()
	ctx := t.Context()
	c := &three{conversation: &conversation{clock: &ticking{noon()}, dir: t.TempDir(), dice: rand.New(rand.NewPCG(seed, 28))}, said: map[string][]core.Answer{}}
	c.skew = pick(c.dice, -3*time.Hour, 0, 5*time.Hour)
	olga := core.Person{Name: "Olga", Emails: []string{"olga@org.example"}, Zone: "Europe/Berlin"}
	gus := core.Person{Name: "Gus", Emails: []string{"gus@gst.example"}, Zone: "America/New_York"}
	ann := core.Person{Name: "Ann", Emails: []string{"ann@ann.example"}, Zone: "Asia/Tokyo"}
	begin := func(me core.Person, as core.Role, parts []core.Participant, others map[int]core.Person) (*planner.Planner, *core.Relationship) {
		p := c.workspaceOf(t, me, as)
		owner, err := p.Workspace.Owner(ctx)
		ok(t, err)
		for i := range parts {
			if _, other := others[i]; !other {
				parts[i].Person = owner.ID
			}
		}
		rel, err := p.Relationships.Begin(ctx, core.Relationship{Format: core.FormatGroup, Duration: core.DurationLong, Specialisation: core.SpecCareer, Name: "Circle", Participants: parts}, others)
		ok(t, err)
		return p, rel
	}
	parts := func() []core.Participant {
		return []core.Participant{{Role: core.RoleMentor}, {Role: core.RoleMentee}, {Role: core.RoleMentee}}
	}
	var rel *core.Relationship
	c.organizer, rel = begin(olga, core.RoleMentor, parts(), map[int]core.Person{1: gus, 2: ann})
	c.guest, _ = begin(gus, core.RoleMentee, parts(), map[int]core.Person{0: olga, 2: ann})
	c.rel, c.annID, c.ann = rel.ID, rel.Participants[2].Person, newGuestCalendar("ann@ann.example")
	run := pick(c.dice,
		core.Series{Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Rule: "FREQ=WEEKLY;COUNT=5"},
		core.Series{Start: civil("2026-12-08T16:00"), End: civil("2026-12-08T17:00"), Rule: "FREQ=MONTHLY;BYDAY=2TU;COUNT=5"},
		core.Series{Start: civil("2026-12-25T16:00"), End: civil("2026-12-25T16:30"), Rule: "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5"},
	)
	run.Relationship, run.Zone, run.Title = c.rel, "Europe/Berlin", "Circle"
	s, err := c.organizer.Series.Plan(ctx, run)
	ok(t, err)
	c.ids = []core.ID{s.ID}
	c.log = append(c.log, fmt.Sprint(seed, " ", s.Rule, " skew ", c.skew))
	c.tells(t, s.ID)
	c.allRead(t)
	return c
}

// tells sends what fits something as it is, to both.
func (c *three) tells(t *testing.T, id core.ID) string {
	t.Helper()
	list, err := c.organizer.Invitations.Guests(t.Context(), id)
	if err != nil {
		return fits(t, "tells nothing", err)
	}
	method := core.MethodRequest
	if list.Off {
		method = core.MethodCancel
	}
	c.clock.now = c.clock.now.Add(time.Minute)
	c.sent++
	path := filepath.Join(c.dir, fmt.Sprint("m", c.sent, ".ics"))
	sent, err := c.organizer.Invitations.SendAs(t.Context(), id, method, path, planner.Sending{})
	switch core.CodeOf(err) {
	case core.CodeNeverSent, core.CodeUnchanged, core.CodeDuplicate, core.CodeSeriesOver:
		return "tells nothing"
	}
	if err != nil {
		return fits(t, "tells nothing", err)
	}
	for i := range sent {
		data, err := os.ReadFile(planner.ManyFile(path, i, len(sent)))
		ok(t, err)
		c.waiting, c.unread = append(c.waiting, string(data)), append(c.unread, string(data))
	}
	return "tells"
}

func (c *three) allRead(t *testing.T) {
	t.Helper()
	for _, text := range c.unread {
		c.ann.read(t, text)
	}
	c.unread = nil
	for _, text := range c.waiting {
		c.clock.now = c.clock.now.Add(time.Minute)
		plan, err := c.guest.CalendarFiles.Read(t.Context(), "message.ics", bytes.NewReader([]byte(text)), planner.CalendarAsBoth)
		ok(t, err)
		for _, s := range plan.Steps {
			if s.Does == planner.CalendarRefused && core.CodeOf(s.Err) != core.CodeOlder && core.CodeOf(s.Err) != core.CodeKeepsTime || s.As == core.KindBusy {
				t.Fatalf("%q: %s %v in\n%s", c.log, s.As, s.Err, text)
			}
		}
		ok(t, c.guest.CalendarFiles.Import(t.Context(), plan, nil))
	}
	c.waiting = nil
}

func (c *three) hears(t *testing.T) {
	t.Helper()
	for _, text := range c.heard {
		c.clock.now = c.clock.now.Add(time.Minute)
		plan, err := c.organizer.CalendarFiles.Read(t.Context(), "answer.ics", bytes.NewReader([]byte(text)), planner.CalendarAsBoth)
		ok(t, err)
		for _, step := range plan.Replies {
			switch core.CodeOf(step.Err) {
			case "", core.CodeOutdated, core.CodeState, core.CodeNoOccurrence, core.CodeNoProposal, core.CodeNotInvited:
			default:
				t.Fatalf("%q: %v of\n%s", c.log, step.Err, text)
			}
			c.log = append(c.log, "hears "+string(step.Does)+string(core.CodeOf(step.Err)))
		}
		ok(t, c.organizer.CalendarFiles.Import(t.Context(), plan, nil))
	}
	c.heard = nil
}

// dates gives the organizer's meetings of a series, off or not.
func (c *three) dates(t *testing.T, p *planner.Planner, id core.ID) []*core.Meeting {
	t.Helper()
	all, err := p.Series.Occurrences(t.Context(), id, core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 7, 1)})
	ok(t, err)
	return all
}

func (c *three) gusOf(t *testing.T, uid string) *core.Series {
	t.Helper()
	var found *core.Series
	ok(t, c.guest.Store.View(t.Context(), func(r planner.Reader) error {
		for rec, err := range r.All(core.KindSeries) {
			if err != nil {
				return err
			}
			if s := rec.(*core.Series); s.UID == uid {
				found = s
			}
		}
		return nil
	}))
	return found
}

// annSays writes an answer as other programs do: without an organizer, in UTC, by its own clock, and with as little as can be.
func (c *three) annSays(t *testing.T, s *core.Series, m *core.Meeting, answer core.Answer) string {
	t.Helper()
	has := c.ann.all[s.UID]
	if has == nil || !has.whole.known || has.whole.off {
		return "nothing"
	}
	c.clock.now = c.clock.now.Add(time.Minute)
	sequence, more, key := has.whole.sequence, "", s.UID
	if m != nil {
		if c.ann.showsOne(t, s.UID, m.Recurrence) == "" {
			return "nothing"
		}
		if part, apart := has.parts[partID(m.Recurrence)]; apart && part.sequence > sequence {
			sequence = part.sequence
		}
		at, err := m.Recurrence.In("Europe/Berlin")
		ok(t, err)
		if more = "RECURRENCE-ID:" + at.UTC().Format("20060102T150405Z") + "\r\n"; c.dice.IntN(2) == 0 {
			more = "RECURRENCE-ID;TZID=Europe/Berlin:" + partID(m.Recurrence) + "\r\n"
		}
		key += m.Recurrence.String()
	}
	partstat := map[core.Answer]string{core.AnswerAccepted: "ACCEPTED", core.AnswerDeclined: "DECLINED", core.AnswerTentative: "TENTATIVE"}[answer]
	method := "REPLY"
	if m != nil && c.dice.IntN(4) == 0 && answer != core.AnswerDeclined { // another time
		at, err := m.Start.AddMinutes(90).In(m.Zone)
		ok(t, err)
		method, more = "COUNTER", more+"DTSTART:"+at.UTC().Format("20060102T150405Z")+"\r\nDTEND:"+at.UTC().Add(time.Hour).Format("20060102T150405Z")+"\r\nCOMMENT:Later\\, please\r\n"
	}
	c.said[key] = append(c.said[key], answer)
	c.heard = append(c.heard, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nMETHOD:"+method+"\r\nBEGIN:VEVENT\r\nUID:"+s.UID+"\r\nDTSTAMP:"+c.clock.now.UTC().Add(c.skew).Format("20060102T150405Z")+
		fmt.Sprintf("\r\nSEQUENCE:%d\r\n", sequence)+more+"ATTENDEE;PARTSTAT="+partstat+":mailto:ann@ann.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
	return "ann " + method + " " + string(answer) + " " + strings.TrimPrefix(key, s.UID)
}

// gusSays lets the guest with this program answer to all of a series or to one of it.
func (c *three) gusSays(t *testing.T, s *core.Series, m *core.Meeting, answer core.Answer) string {
	t.Helper()
	mine := c.gusOf(t, s.UID)
	if mine == nil {
		return "nothing"
	}
	id, what := mine.ID, "gus "+string(answer)
	if m != nil {
		one, err := c.guest.Series.Occurrence(t.Context(), mine.ID, m.Recurrence)
		if err != nil {
			return fits(t, "nothing", err)
		}
		id, what = one.ID, what+" "+m.Recurrence.String()
	}
	c.clock.now = c.clock.now.Add(time.Minute)
	path := filepath.Join(c.dir, "said.ics")
	if _, err := c.guest.Invitations.SendAs(t.Context(), id, core.MethodReply, path, planner.Sending{Answer: answer}); err != nil {
		return fits(t, what, err)
	}
	data, err := os.ReadFile(path)
	ok(t, err)
	c.heard = append(c.heard, string(data))
	return what
}

// turn does one thing.
func (c *three) turn(t *testing.T) string {
	t.Helper()
	ctx := t.Context()
	c.clock.now = c.clock.now.Add(time.Minute)
	id := pick(c.dice, c.ids...)
	s, err := c.organizer.Series.Get(ctx, id)
	if err != nil {
		return fits(t, "nothing", err)
	}
	all := c.dates(t, c.organizer, id)
	if len(all) == 0 {
		return "nothing"
	}
	m := all[c.dice.IntN(len(all))]
	at, n := m.Recurrence.String()[5:], fmt.Sprint(" of ", slices.Index(c.ids, id))
	var about *core.Meeting
	if c.dice.IntN(3) > 0 {
		about = m
	}
	switch c.dice.IntN(14) {
	case 0, 1:
		to := m.Start.AddMinutes(pick(c.dice, 60, -30, 24*60))
		return fits(t, "move "+at+n, c.organizer.Meetings.Move(ctx, m.ID, to, core.Civil{}, ""))
	case 2:
		return fits(t, "cancel "+at+n, c.organizer.Meetings.Cancel(ctx, m.ID, ""))
	case 3:
		if len(c.ids) > 2 || m.Recurrence == s.Start {
			return "nothing"
		}
		next, err := c.organizer.Series.MoveFrom(ctx, id, m.Recurrence, planner.SeriesTime{Start: m.Recurrence.AddMinutes(pick(c.dice, 60, -60))}, 0)
		if err == nil && !slices.Contains(c.ids, next.ID) {
			c.ids = append(c.ids, next.ID)
		}
		return fits(t, "from "+at+n, err)
	case 4:
		if m.Recurrence == s.Start || m.Off() {
			return "nothing"
		}
		return fits(t, "end before "+at+n, c.organizer.Series.EndBefore(ctx, id, m.Recurrence, ""))
	case 5:
		step, err := c.organizer.Undoable(ctx)
		if err != nil || step == nil || step.Title == planner.TitleSeriesPlanned || step.Title == planner.TitleSeriesSplit || step.Title == planner.TitleRepliesImported {
			return "nothing"
		}
		_, err = c.organizer.Undo(ctx)
		return fits(t, "undo "+string(step.Title), err)
	case 6, 7:
		return c.tells(t, id) + n
	case 8:
		return c.tells(t, m.ID) + " " + at + n
	case 9, 10:
		return c.annSays(t, s, about, pick(c.dice, core.Answers()...))
	case 11, 12:
		return c.gusSays(t, s, about, pick(c.dice, core.Answers()...))
	}
	if c.dice.IntN(2) == 0 {
		c.allRead(t)
		return "both read"
	}
	c.hears(t)
	return "hears"
}

// settles tells both all that they are said not to know.
func (c *three) settles(t *testing.T) {
	t.Helper()
	for range 3 {
		for _, id := range c.ids {
			about := []core.ID{id}
			for _, m := range c.dates(t, c.organizer, id) {
				about = append(about, m.ID)
			}
			for _, one := range about {
				all, err := c.organizer.Invitations.Versions(t.Context(), one)
				if core.CodeOf(err) == core.CodeNotFound {
					continue
				}
				ok(t, err)
				if slices.ContainsFunc(all, func(v planner.GuestVersion) bool { return v.State.Owes() != "" }) || one == id && all[0].State == planner.VersionNone {
					c.log = append(c.log, c.tells(t, one))
				}
			}
		}
	}
	c.allRead(t)
}

// compare holds that all three have the same dates, and that Gus and the organizer believe the same to have been said.
func (c *three) compare(t *testing.T) {
	t.Helper()
	for _, id := range c.ids {
		s, err := c.organizer.Series.Get(t.Context(), id)
		ok(t, err)
		mine := c.gusOf(t, s.UID)
		for _, m := range c.dates(t, c.organizer, id) {
			c.annHas(t, s, m)
			if mine == nil {
				if !m.Off() {
					t.Fatalf("%q: Gus has nothing of %s", c.log, s.Rule)
				}
				continue
			}
			one, err := c.guest.Series.Occurrence(t.Context(), mine.ID, m.Recurrence)
			if core.CodeOf(err) == core.CodeNotFound {
				one, err = nil, nil
			}
			ok(t, err)
			switch {
			case m.Off() && (one == nil || one.Off()):
			case m.Off() || one == nil || one.Off() && !one.Declined():
				t.Fatalf("%q: %s is %s with the organizer, and with Gus %+v of %+v", c.log, m.Recurrence, m.Status, one, mine)
			case !one.Declined() && (m.Start != one.Start || m.End != one.End):
				t.Fatalf("%q: %s is %s with the organizer, and %s with Gus", c.log, m.Recurrence, m.Start, one.Start)
			case !one.Declined():
				c.sameAnswer(t, m, one)
			}
		}
	}
}

func (c *three) annHas(t *testing.T, s *core.Series, m *core.Meeting) {
	t.Helper()
	want := ""
	if !m.Off() {
		from, to, err := core.SpanIn(m.Start, m.End, m.Zone)
		ok(t, err)
		want = from.UTC().Format("2006-01-02 15:04") + to.UTC().Format("–15:04")
	}
	if has := c.ann.showsOne(t, s.UID, m.Recurrence); !strings.HasPrefix(has, want) || want == "" && has != "" {
		t.Fatalf("%q: of %s Ann has %q, not %q", c.log, m.Recurrence, has, want)
	}
}

func (c *three) toldBy(t *testing.T, m *core.Meeting, ann bool) core.Answer {
	t.Helper()
	said, err := c.organizer.Replies.To(t.Context(), m.ID)
	ok(t, err)
	for _, g := range said {
		if (g.Person == c.annID) == ann {
			return g.Answer
		}
	}
	t.Fatalf("%q: %+v", c.log, said)
	return ""
}

func (c *three) sameAnswer(t *testing.T, m, one *core.Meeting) {
	t.Helper()
	room, err := c.guest.Meetings.Room(t.Context(), one.ID)
	ok(t, err)
	own := room.Own.Said()
	if room.Own.Again {
		own = core.AnswerNone
	}
	if heard := c.toldBy(t, m, false); own != heard {
		t.Fatalf("%q: to %s Gus said %s (%+v), and the organizer heard %s", c.log, m.Recurrence, own, room.Own, heard)
	}
}

// Whatever three do who have one series, of which one answers with another program: in the end each has the same dates at the same times,
// and the organizer knows what was said to each.
func TestThreePartiesEndInAgreement(t *testing.T) {
	seeds := []uint64{3852} // a cancellation undone, of a series that one of them had declined
	for seed := range uint64(12) {
		seeds = append(seeds, seed)
	}
	for _, seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { threeTalk(t, seed, 24) })
	}
}

func threeTalk(t *testing.T, seed uint64, turns int) {
	t.Helper()
	c := newThree(t, seed)
	for n := range turns {
		c.log = append(c.log, c.turn(t))
		if n%8 != 7 {
			continue
		}
		c.allRead(t)
		c.hears(t)
		c.settles(t)
		c.log = append(c.log, "settled")
		c.compare(t)
		c.annAnswersEach(t)
	}
}

// annAnswersEach lets Ann answer each of the dates that she has by itself, which is heard whatever her clock shows.
func (c *three) annAnswersEach(t *testing.T) {
	t.Helper()
	for _, id := range c.ids {
		s, err := c.organizer.Series.Get(t.Context(), id)
		ok(t, err)
		for _, m := range c.dates(t, c.organizer, id) {
			if m.Off() || c.dice.IntN(2) == 0 {
				continue
			}
			answer := pick(c.dice, core.AnswerAccepted, core.AnswerDeclined, core.AnswerTentative)
			what := c.annSays(t, s, m, answer)
			c.log = append(c.log, what)
			c.hears(t)
			if heard := c.toldBy(t, m, true); what != "nothing" && heard != answer {
				t.Fatalf("%q: to %s Ann said %s, and the organizer heard %s", c.log, m.Recurrence, answer, heard)
			}
		}
	}
}

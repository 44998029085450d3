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
	"mentorbook/core/ical"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// ticking is a clock on which a minute passes with each thing that is done.
type ticking struct{ now time.Time }

func (c *ticking) Now() time.Time { return c.now }

// conversation is an organizer and a guest, each with their own workspace, who know of each other by files alone.
type conversation struct {
	clock            *ticking
	organizer, guest *planner.Planner
	rel              core.ID // the organizer's
	dir              string
	dice             *rand.Rand
	waiting          []string // the files that the guest has not read yet, in order
}

func converse(t *testing.T) *conversation {
	t.Helper()
	c := &conversation{clock: &ticking{noon()}, dir: t.TempDir()}
	olga := core.Person{Name: "Olga", Emails: []string{"olga@org.example"}, Zone: "Europe/Berlin"}
	gus := core.Person{Name: "Gus", Emails: []string{"gus@gst.example"}, Zone: "America/New_York"}
	c.organizer, c.rel = c.side(t, olga, gus, core.RoleMentor)
	c.guest, _ = c.side(t, gus, olga, core.RoleMentee)
	return c
}

// side makes the workspace of one of the two, and gives what relates them there.
func (c *conversation) side(t *testing.T, me, other core.Person, as core.Role) (*planner.Planner, core.ID) {
	t.Helper()
	ctx := t.Context()
	p := c.workspaceOf(t, me, as)
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	theirs := core.RoleMentor
	if as == core.RoleMentor {
		theirs = core.RoleMentee
	}
	rel, err := p.Relationships.Begin(ctx, core.Relationship{Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer, Participants: []core.Participant{{Person: owner.ID, Role: as}, {Role: theirs}}}, map[int]core.Person{1: other})
	ok(t, err)
	return p, rel.ID
}

// workspaceOf makes the workspace of somebody, who knows nobody yet.
func (c *conversation) workspaceOf(t *testing.T, me core.Person, as core.Role) *planner.Planner {
	t.Helper()
	ctx := t.Context()
	store, err := storage.Create(ctx, filepath.Join(c.dir, me.Name+".mentorbook"), storage.Options{})
	ok(t, err)
	t.Cleanup(func() { ok(t, store.Close()) })
	p, err := Planner(ctx, store, c.clock, "test", core.English)
	ok(t, err)
	_, err = p.Workspace.Start(ctx, planner.Start{Owner: me, Side: as, Language: core.English})
	ok(t, err)
	return p
}

// plan makes a series of six.
func (c *conversation) plan(t *testing.T) *core.Series {
	s, err := c.organizer.Series.Plan(t.Context(), core.Series{Relationship: c.rel, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=6"})
	ok(t, err)
	return s
}

// send writes a message for the guest, who has not read it yet, and gives its record.
func (c *conversation) send(t *testing.T, id core.ID, method core.Method) *core.Dispatch {
	t.Helper()
	c.clock.now = c.clock.now.Add(time.Minute)
	path := filepath.Join(c.dir, "message.ics")
	d, err := c.organizer.Invitations.Send(t.Context(), id, method, path)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	if found, err := ical.Lint(t.Context(), bytes.NewReader(data)); err != nil || len(found) > 0 {
		t.Fatalf("%v, %+v in\n%s", err, found, data)
	}
	c.waiting = append(c.waiting, string(data))
	return d
}

// deliver lets the guest read what waits.
func (c *conversation) deliver(t *testing.T) (did []string) {
	t.Helper()
	for _, text := range c.waiting {
		c.clock.now = c.clock.now.Add(time.Minute)
		plan, err := c.guest.CalendarFiles.Read(t.Context(), "message.ics", bytes.NewReader([]byte(text)), planner.CalendarAsBoth)
		ok(t, err)
		for _, s := range plan.Steps {
			if s.Does == planner.CalendarRefused {
				t.Fatalf("refused: %v in\n%s", s.Err, text)
			}
		}
		ok(t, c.guest.CalendarFiles.Import(t.Context(), plan, nil))
		did = append(did, sums(plan))
	}
	c.waiting = nil
	return did
}

// takesPlace tells when the meetings of a UID take place, by the calendar of either.
func takesPlace(t *testing.T, p *planner.Planner, uid string) string {
	t.Helper()
	all, err := p.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 4, 1)})
	if err != nil {
		t.Fatalf("%v", err)
	}
	var out []string
	for _, m := range all {
		if start, _ := m.On("Europe/Berlin"); m.UID == uid && !m.Off() {
			out = append(out, start.String()[5:])
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// agree holds that the guest has what the organizer has.
func (c *conversation) agree(t *testing.T, uid, when string) {
	t.Helper()
	has, knows := takesPlace(t, c.organizer, uid), takesPlace(t, c.guest, uid)
	if has != knows {
		t.Fatalf("%s:\nthe organizer has %s\n    the guest has %s", when, has, knows)
	}
}

func (c *conversation) state(t *testing.T, id core.ID) planner.VersionState {
	t.Helper()
	all, err := c.organizer.Invitations.Versions(t.Context(), id)
	ok(t, err)
	return all[0].State
}

// A meeting of a series of which the guest was told by itself, and that is taken back, is named by the next message about
// the whole, with a count above the one that it had: nobody's calendar would else give it back.
func TestWhatIsTakenBackIsToldWithTheWhole(t *testing.T) {
	ctx := t.Context()
	for name, do := range map[string]struct {
		method core.Method
		change func(c *conversation, id core.ID) error
		back   func(c *conversation, id core.ID) error
		knows  planner.VersionState
	}{
		"called off, undone": {
			core.MethodCancel, func(c *conversation, id core.ID) error { return c.organizer.Meetings.Cancel(ctx, id, "") },
			func(c *conversation, _ core.ID) error { _, err := c.organizer.Undo(ctx); return err }, planner.VersionOff,
		},
		"moved, undone": {
			core.MethodRequest, func(c *conversation, id core.ID) error {
				return c.organizer.Meetings.Move(ctx, id, civil("2026-12-12T10:00"), core.Civil{}, "")
			},
			func(c *conversation, _ core.ID) error { _, err := c.organizer.Undo(ctx); return err }, planner.VersionOldTime,
		},
		"moved, moved back": {
			core.MethodRequest, func(c *conversation, id core.ID) error {
				return c.organizer.Meetings.Move(ctx, id, civil("2026-12-12T10:00"), core.Civil{}, "")
			},
			func(c *conversation, id core.ID) error {
				return c.organizer.Meetings.Move(ctx, id, civil("2026-12-11T16:00"), core.Civil{}, "")
			}, planner.VersionOldTime,
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := converse(t)
			s := c.plan(t)
			one := occurrence(s, "2026-12-11T16:00")
			c.send(t, s.ID, core.MethodRequest)
			c.deliver(t)
			ok(t, do.change(c, one))
			if d := c.send(t, one, do.method); d.Sequence != 1 {
				t.Errorf("alone: %d", d.Sequence)
			}
			c.deliver(t)
			c.agree(t, s.UID, "told of it")
			if got := c.state(t, s.ID); do.method == core.MethodRequest && got != planner.VersionCurrent {
				t.Errorf("of the whole, told of the one: %s", got)
			}
			ok(t, do.back(c, one))
			if one, all := c.state(t, one), c.state(t, s.ID); one != do.knows || all != planner.VersionOldTime {
				t.Errorf("taken back: %s, of the whole %s", one, all)
			}
			d := c.send(t, s.ID, core.MethodRequest)
			if d.Sequence != 0 || len(d.Moved) != 1 || d.Moved[0].Sequence != 2 {
				t.Errorf("the whole: %+v", d)
			}
			c.deliver(t)
			c.agree(t, s.UID, "told of the whole")
			if one, all := c.state(t, one), c.state(t, s.ID); one != planner.VersionCurrent || all != planner.VersionCurrent {
				t.Errorf("told of the whole: %s, of the whole %s", one, all)
			}
			if d := c.send(t, one, core.MethodRequest); d.Sequence != 2 {
				t.Errorf("once more: %d", d.Sequence)
			}
			if did := c.deliver(t); !strings.Contains(did[0], "changed 0") {
				t.Errorf("once more: %v", did)
			}
		})
	}
}

// Of two messages of one SEQUENCE the one with the later stamp counts (RFC 5546 2.1.5): what a cancellation called off is
// on again by a request of the same count that came to be after it, whichever comes first. What the guest called off here
// stays off.
func TestALaterRequestOfTheSameCountBringsBack(t *testing.T) {
	at := func(stamp, text string) string {
		return strings.ReplaceAll(text, "DTSTAMP:20261101T000000Z", "DTSTAMP:"+stamp)
	}
	event := func(method, stamp, more string) string {
		return at(stamp, itip(method, eventText("m", "DTSTART:20261201T100000Z\nDURATION:PT1H\nSUMMARY:Talk\n"+withAmina+more)))
	}
	asked := event("REQUEST", "20261101T000000Z", "\nSEQUENCE:0")
	off, again := event("CANCEL", "20261102T000000Z", "\nSEQUENCE:1\nSTATUS:CANCELLED"), event("REQUEST", "20261103T000000Z", "\nSEQUENCE:1\nSTATUS:CONFIRMED")
	for name, order := range map[string][]string{"in order": {asked, off, again}, "the cancellation last": {asked, again, off}, "twice": {asked, off, again, off, again}} {
		p := open(t)
		for _, text := range order {
			take(t, p, text)
		}
		if m := meetingByUID(t, p, "m"); !m.Planned() {
			t.Errorf("%s: %s", name, m.Status)
		}
	}
	p := open(t)
	take(t, p, asked)
	ok(t, p.Meetings.Cancel(t.Context(), meetingByUID(t, p, "m").ID, "ill"))
	take(t, p, event("REQUEST", "20261103T000000Z", "\nSEQUENCE:0"))
	if m := meetingByUID(t, p, "m"); !m.Off() {
		t.Errorf("what the guest called off is %s", m.Status)
	}
}

// Whatever the organizer does to a series, takes back and tells of, and in whatever pieces: whenever the guest has all that
// the organizer is told they owe, both have the same meetings, and the organizer knows it.
func TestConversationsEndInAgreement(t *testing.T) {
	c := converse(t)
	for seed := range uint64(25) {
		c.dice = rand.New(rand.NewPCG(seed, 7))
		s := c.plan(t)
		c.send(t, s.ID, core.MethodRequest)
		var log []string
		for range 6 {
			for range 1 + c.dice.IntN(3) {
				log = append(log, c.act(t, s))
			}
			when := fmt.Sprintf("%d: %q", seed, log)
			log = append(log, c.settle(t, s, when))
			c.agree(t, s.UID, when)
		}
	}
}

// act does one thing, and tells which. That the series was planned stays: taken back, it would be called off.
func (c *conversation) act(t *testing.T, s *core.Series) string {
	t.Helper()
	ctx := t.Context()
	c.clock.now = c.clock.now.Add(time.Minute)
	originals := []string{"2026-12-11T16:00", "2026-12-11T16:00", "2026-12-11T16:00", "2026-12-18T16:00"} // most is about one of them
	original := pick(c.dice, originals...)
	one := occurrence(s, original)
	done := func(what string, err error) string {
		t.Helper()
		switch core.CodeOf(err) {
		case core.CodeState, core.CodeNotFound, core.CodeNothingToUndo, core.CodeNothingToRedo, core.CodeConflict, core.CodeInUse:
			return what + " refused"
		}
		ok(t, err)
		return what
	}
	switch pick(c.dice, "move", "back", "cancel", "undo", "undo", "redo", "series", "one", "read", "all") {
	case "move":
		to := pick(c.dice, "2026-12-12T10:00", "2026-12-19T11:00")
		return done("move "+original+" to "+to, c.organizer.Meetings.Move(ctx, one, civil(to), core.Civil{}, ""))
	case "back":
		return done("move back "+original, c.organizer.Meetings.Move(ctx, one, civil(original), core.Civil{}, ""))
	case "cancel":
		return done("cancel "+original, c.organizer.Meetings.Cancel(ctx, one, ""))
	case "undo":
		if step, err := c.organizer.Undoable(ctx); err != nil || step != nil && step.Title == planner.TitleSeriesPlanned {
			return done("nothing", err)
		}
		_, err := c.organizer.Undo(ctx)
		return done("undo", err)
	case "redo":
		_, err := c.organizer.Redo(ctx)
		return done("redo", err)
	case "series":
		c.send(t, s.ID, core.MethodRequest)
		return "tell of all"
	case "one":
		return c.tellOne(t, one) + " " + original
	case "all":
		hour := pick(c.dice, 16, 17)
		at := core.NewDate(2026, 12, 4).At(hour, 0)
		if now, err := c.organizer.Series.Get(ctx, s.ID); err != nil || now.Start == at {
			return "nothing"
		}
		return done(fmt.Sprint("all to ", hour), c.organizer.Series.Move(ctx, s.ID, planner.SeriesTime{Start: at}))
	}
	c.deliver(t)
	return "read"
}

// tellOne sends what fits one meeting as it is.
func (c *conversation) tellOne(t *testing.T, id core.ID) string {
	t.Helper()
	m, err := c.organizer.Meetings.Get(t.Context(), id)
	if core.CodeOf(err) == core.CodeNotFound { // the series has moved
		return "tell nothing of"
	}
	ok(t, err)
	method := core.MethodRequest
	if m.Off() {
		method = core.MethodCancel
	}
	if _, err := c.organizer.Invitations.Prepare(t.Context(), id, method); core.CodeOf(err) == core.CodeSeriesFirst {
		return "tell nothing, before they know of the move, of"
	}
	c.send(t, id, method)
	return "tell of"
}

// settle tells the guest all that they are said not to know: of the whole, or of one after the other.
func (c *conversation) settle(t *testing.T, s *core.Series, when string) string {
	t.Helper()
	byOne := c.dice.IntN(2) == 0
	all, err := c.organizer.Series.Occurrences(t.Context(), s.ID, core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 4, 1)})
	ok(t, err)
	for _, m := range all {
		if byOne && c.state(t, m.ID) != planner.VersionCurrent {
			c.tellOne(t, m.ID)
		}
	}
	if c.state(t, s.ID) != planner.VersionCurrent {
		c.send(t, s.ID, core.MethodRequest)
	}
	c.deliver(t)
	for _, m := range all {
		if got := c.state(t, m.ID); got != planner.VersionCurrent {
			t.Fatalf("%s: told of all, %s is %s", when, m.Recurrence, got)
		}
	}
	if got := c.state(t, s.ID); got != planner.VersionCurrent {
		t.Fatalf("%s: told of all, the whole is %s", when, got)
	}
	if byOne {
		return "settled one by one"
	}
	return "settled"
}

func pick[T any](dice *rand.Rand, from ...T) T { return from[dice.IntN(len(from))] }

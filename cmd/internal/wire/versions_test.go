package wire

import (
	"context"
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

// mailing is an organizer with guests who are told of things by files alone, in a pair and in a circle of three.
type mailing struct {
	*conversation
	p       *planner.Planner
	rels    []core.ID // the pair, the circle
	both    []core.ID // in the circle, beside the owner
	guests  map[core.ID]*guestCalendar
	singles []core.ID
	series  []core.ID
	log     []string
	mailed  int
}

// horizon bounds what is compared of what has no end.
func horizon() time.Time { return time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC) }

func newMailing(t *testing.T, seed uint64) *mailing {
	t.Helper()
	ctx := t.Context()
	c := &mailing{conversation: converse(t), guests: map[core.ID]*guestCalendar{}}
	c.p, c.dice = c.organizer, rand.New(rand.NewPCG(seed, 11))
	owner, err := c.p.Workspace.Owner(ctx)
	ok(t, err)
	circle, err := c.p.Relationships.Begin(ctx, core.Relationship{
		Name: "Circle", Format: core.FormatGroup, Duration: core.DurationLong, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Role: core.RoleMentee}, {Role: core.RoleMentee}, {Role: core.RoleMentee}, {Role: core.RoleMentee}},
	}, map[int]core.Person{
		1: {Name: "Hana", Emails: []string{"hana@gst.example"}}, 2: {Name: "Ivo", Emails: []string{"ivo@gst.example"}, Language: core.Russian},
		3: {Name: "Jana", Emails: []string{"jana@gst.example"}}, 4: {Name: "Kim", Emails: []string{"kim@gst.example"}},
	})
	ok(t, err)
	c.rels, c.both = []core.ID{c.rel, circle.ID}, []core.ID{circle.Participants[1].Person, circle.Participants[2].Person}
	for _, id := range c.rels {
		rel, err := c.p.Relationships.Get(ctx, id)
		ok(t, err)
		for _, who := range rel.Others(owner.ID) {
			person, err := c.p.People.Get(ctx, who)
			ok(t, err)
			c.guests[who] = newGuestCalendar(person.Email())
		}
	}
	return c
}

// tick lets time pass, so that each message has a stamp of its own.
func (c *mailing) tick() { c.clock.now = c.clock.now.Add(time.Minute) }

// mail sends a message, and lets all guests read it who get it.
func (c *mailing) mail(t *testing.T, id core.ID, method core.Method, how planner.Sending) error {
	t.Helper()
	c.tick()
	c.mailed++
	path := filepath.Join(c.dir, fmt.Sprint("mail", c.mailed, ".ics"))
	sent, err := c.p.Invitations.SendAs(t.Context(), id, method, path, how)
	if err != nil {
		return err
	}
	for i, d := range sent {
		data, err := os.ReadFile(planner.ManyFile(path, i, len(sent)))
		ok(t, err)
		for _, to := range d.To {
			c.guests[to.Person].read(t, string(data))
		}
	}
	return nil
}

// one is the original start of a meeting of a series that actions are about.
func (c *mailing) original(t *testing.T, s *core.Series) (core.Civil, bool) {
	t.Helper()
	all, err := c.p.Series.Occurrences(t.Context(), s.ID, core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 3, 1)})
	ok(t, err)
	if len(all) == 0 {
		return core.Civil{}, false
	}
	return all[c.dice.IntN(min(len(all), 5))].Recurrence, true
}

// act does one thing, and notes which.
func (c *mailing) act(t *testing.T) {
	t.Helper()
	c.tick()
	ctx := t.Context()
	do := func(name string, err error) {
		t.Helper()
		switch core.CodeOf(err) {
		case core.CodeState, core.CodeNotFound, core.CodeNothingToUndo, core.CodeNothingToRedo, core.CodeConflict, core.CodeInUse, core.CodeSeriesBegun,
			core.CodeUnchanged, core.CodeOffRule, core.CodeSeriesOver, core.CodeSeriesPast, core.CodeEndNotAfter, core.CodeNeverSent, core.CodeSeriesFirst, core.CodeSeriesOn, core.CodeDuplicate:
			c.log = append(c.log, name+" refused")
			return
		}
		if err != nil {
			t.Fatalf("%q, then %s: %v", c.log, name, err)
		}
		c.log = append(c.log, name)
	}
	how := planner.Sending{Separately: c.dice.IntN(3) == 0, Together: c.dice.IntN(3) == 0}
	title := pick(c.dice, "", "Talk", "Walk")
	switch what := c.dice.IntN(21); {
	case what == 20:
		do(c.comeOrGo(t))
	case what == 0 && len(c.singles) < 2 || len(c.singles)+len(c.series) == 0:
		m, err := c.p.Meetings.Plan(ctx, core.Meeting{Relationship: pick(c.dice, c.rels...), Start: civil("2026-12-08T10:00"), Title: title})
		ok(t, err)
		c.singles = append(c.singles, m.ID)
		do("plan", nil)
	case what == 1 && len(c.series) < 2 || len(c.series) == 0:
		s, err := c.p.Series.Plan(ctx, core.Series{Relationship: pick(c.dice, c.rels...), Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin", Title: title, Rule: pick(c.dice, "FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=6", "FREQ=DAILY;COUNT=9")})
		ok(t, err)
		c.series = append(c.series, s.ID)
		do("plan series", nil)
	case what < 4:
		if step, err := c.p.Undoable(ctx); err != nil || step == nil || step.Title == planner.TitleRelationshipAdded {
			do("nothing to undo", err)
			break
		}
		_, err := c.p.Undo(ctx)
		do("undo", err)
	case what < 5:
		_, err := c.p.Redo(ctx)
		do("redo", err)
	case what < 8 && len(c.singles) > 0:
		do(c.actOnSingle(t, pick(c.dice, c.singles...), title, how))
	case what < 9:
		from := core.NewDate(2026, 12, 4+c.dice.IntN(20))
		off := planner.TimeOff{Period: core.Period{From: from, To: from.AddDays(1 + c.dice.IntN(3))}, MoveDays: pick(c.dice, 0, 7, 1)}
		told, err := c.p.Meetings.TakeOff(ctx, off)
		do(fmt.Sprint("days off ", off.Period, off.MoveDays), err)
		if c.dice.IntN(2) == 0 { // all that the step says, as it says it
			for _, msg := range told {
				if msg.Method == "" {
					continue
				}
				if err := c.mail(t, msg.Of, msg.Method, how); err != nil {
					t.Fatalf("%q: the message of days off, %s: %v", c.log, msg.Method, err)
				}
			}
			c.log = append(c.log, "told")
		}
	default:
		do(c.actOnSeries(t, pick(c.dice, c.series...), title, how))
	}
	c.find(t)
}

// comeOrGo lets somebody leave the circle, by a last day or by being taken out of it, or come back to it.
func (c *mailing) comeOrGo(t *testing.T) (string, error) {
	t.Helper()
	ctx, circle := t.Context(), c.rels[1]
	rel, err := c.p.Relationships.Get(ctx, circle)
	ok(t, err)
	who := pick(c.dice, c.both...)
	person, err := c.p.People.Get(ctx, who)
	ok(t, err)
	part, there := rel.Participant(who)
	how := "comes back to the circle"
	if there && part.Until.IsZero() {
		how = pick(c.dice, "leaves the circle", "is taken out of the circle")
	}
	return person.Name + " " + how, c.p.Relationships.Change(ctx, circle, func(r *core.Relationship) error {
		all := slices.DeleteFunc(slices.Clone(r.Participants), func(p core.Participant) bool { return p.Person == who })
		if part = (core.Participant{Person: who, Role: core.RoleMentee}); how == "leaves the circle" {
			part.Until = core.DateOf(c.clock.now).AddDays(-1)
		}
		if how != "is taken out of the circle" {
			all = append(all, part)
		}
		r.Participants = all
		return nil
	})
}

// leftNothing holds that nobody who has left the circle has anything of it on their calendar.
func (c *mailing) leftNothing(t *testing.T) {
	t.Helper()
	rel, err := c.p.Relationships.Get(t.Context(), c.rels[1])
	ok(t, err)
	for _, ref := range c.refs(t) {
		uid := c.uidOf(t.Context(), ref)
		for _, who := range c.both {
			part, there := rel.Participant(who)
			if left := !there || !part.Until.IsZero(); !left || uid == "" || c.guests[who].all[uid] == nil || !c.guests[who].all[uid].whole.known {
				continue // of one of it that they were told of by itself nobody knows any more once its series is another
			}
			if has := c.guests[who].shows(t, uid, horizon()); len(has) > 0 {
				t.Fatalf("%s\n%s has left, and has of %s: %q", c.told(), who, c.called(ref), has)
			}
		}
	}
}

// find takes the series up that came from others.
func (c *mailing) find(t *testing.T) {
	t.Helper()
	for _, rel := range c.rels {
		all, err := c.p.Series.Of(t.Context(), rel)
		ok(t, err)
		for _, s := range all {
			if !slices.Contains(c.series, s.ID) {
				c.series = append(c.series, s.ID)
			}
		}
	}
}

func (c *mailing) actOnSingle(t *testing.T, id core.ID, title string, how planner.Sending) (string, error) {
	t.Helper()
	ctx := t.Context()
	switch c.dice.IntN(5) {
	case 0:
		to := civil("2026-12-08T10:00").AddMinutes(60 * c.dice.IntN(3))
		return "move single", c.p.Meetings.Move(ctx, id, to, core.Civil{}, "")
	case 1:
		return "rename single " + title, c.p.Meetings.Change(ctx, id, func(m *core.Meeting) error { m.Title = title; return nil })
	case 2:
		return "cancel single", c.p.Meetings.Cancel(ctx, id, "")
	}
	return "tell of single", c.tellOf(t, id, how)
}

func (c *mailing) actOnSeries(t *testing.T, id core.ID, title string, how planner.Sending) (string, error) {
	t.Helper()
	ctx := t.Context()
	s, err := c.p.Series.Get(ctx, id)
	if err != nil {
		return "look at series", err
	}
	original, there := c.original(t, s)
	one := core.OccurrenceID(id, original)
	number := fmt.Sprint(" of series ", slices.Index(c.series, id))
	name := " " + original.String() + number
	what := c.dice.IntN(16)
	if !there && what < 9 {
		return "nothing of " + number, nil
	}
	switch what {
	case 0, 1:
		to := original.AddMinutes(pick(c.dice, 60, 120, 24*60, 0))
		return "move" + name + " to " + to.String(), c.p.Meetings.Move(ctx, one, to, core.Civil{}, "")
	case 2:
		return "rename" + name + " " + title, c.p.Meetings.Change(ctx, one, func(m *core.Meeting) error { m.Title = title; return nil })
	case 3, 4:
		return "cancel" + name, c.p.Meetings.Cancel(ctx, one, "")
	case 5, 6:
		return "tell of" + name, c.tellOf(t, one, how)
	case 7:
		to := planner.SeriesTime{Start: original.AddMinutes(pick(c.dice, 60, -60, 24*60))}
		_, err := c.p.Series.MoveFrom(ctx, id, original, to, 0)
		return "from" + name + " to " + to.Start.String(), err
	case 8:
		return "end before" + name, c.p.Series.EndBefore(ctx, id, original, "")
	case 9:
		return "call off" + number, c.p.Series.CallOff(ctx, id, "")
	case 10:
		return "rename" + number + " " + title, c.p.Series.Change(ctx, id, func(s *core.Series) error { s.Title = title; return nil })
	case 11:
		to := planner.SeriesTime{Start: s.Start.Date.At(pick(c.dice, 15, 16, 17), 0)}
		return "all" + number + " to " + to.Start.String(), c.p.Series.Move(ctx, id, to)
	}
	return "tell of" + number, c.tellOf(t, id, how)
}

// tellOf sends what fits something as it is.
func (c *mailing) tellOf(t *testing.T, id core.ID, how planner.Sending) error {
	t.Helper()
	list, err := c.p.Invitations.Guests(t.Context(), id)
	if err != nil {
		return err
	}
	method := core.MethodRequest
	if list.Off {
		method = core.MethodCancel
	}
	return c.mail(t, id, method, how)
}

// refs names all that there is.
func (c *mailing) refs(t *testing.T) (out []core.Ref) {
	t.Helper()
	for _, id := range c.singles {
		out = append(out, core.Ref{Kind: core.KindMeeting, ID: id})
	}
	for _, id := range c.series {
		out = append(out, core.Ref{Kind: core.KindSeries, ID: id})
		all, err := c.p.Series.Occurrences(t.Context(), id, core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 3, 1)})
		if core.CodeOf(err) == core.CodeNotFound {
			continue
		}
		ok(t, err)
		for _, m := range all {
			out = append(out, core.RefOf(m))
		}
	}
	return out
}

// ours gives what the organizer's calendar shows of a UID, as a guest's would.
func (c *mailing) ours(t *testing.T, uid string) (out []string) {
	t.Helper()
	all, err := c.p.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 4, 1)})
	ok(t, err)
	for _, m := range all {
		if at, err := m.StartAt(); m.UID == uid && !m.Off() && err == nil && at.Before(horizon()) {
			out = append(out, shownAs(t, m.Start, m.End, m.Zone, c.title(t, m), m.Place, m.Link))
		}
	}
	slices.Sort(out)
	return out
}

// title gives what stands on a guest's calendar.
func (c *mailing) title(t *testing.T, m *core.Meeting) string {
	t.Helper()
	switch {
	case m.Title != "":
		return m.Title
	case m.Relationship == c.rel:
		return "Olga – Gus"
	}
	return "Circle"
}

// uidOf gives the UID of a meeting by itself or a series; "" for one that is gone.
func (c *mailing) uidOf(ctx context.Context, ref core.Ref) string {
	if ref.Kind == core.KindSeries {
		if s, err := c.p.Series.Get(ctx, ref.ID); err == nil {
			return s.UID
		}
		return ""
	}
	if m, err := c.p.Meetings.Get(ctx, ref.ID); err == nil {
		return m.UID
	}
	return ""
}

// each walks all that is still there, with its UID, what is said of its guests, and whether that is all that has this UID.
func (c *mailing) each(t *testing.T, hold func(ref core.Ref, uid string, all []planner.GuestVersion, whole bool)) {
	t.Helper()
	for _, ref := range c.refs(t) {
		uid := c.uidOf(t.Context(), ref)
		if uid == "" {
			continue
		}
		all, err := c.p.Invitations.Versions(t.Context(), ref.ID)
		ok(t, err)
		hold(ref, uid, all, ref.Kind == core.KindSeries || slices.Contains(c.singles, ref.ID))
	}
}

// holds tells whether the planner knows what each guest has: up to date is who has what the organizer has, and nobody else.
func (c *mailing) holds(t *testing.T) {
	t.Helper()
	c.each(t, func(ref core.Ref, uid string, all []planner.GuestVersion, whole bool) {
		t.Helper()
		ours := strings.Join(c.ours(t, uid), "; ")
		for _, v := range all {
			guest := c.guests[v.Person.ID]
			has := strings.Join(guest.shows(t, uid, horizon()), "; ")
			if !whole {
				ours, has = c.oneOf(t, ref.ID, guest)
			}
			c.fits(t, ref, v, ours, has)
		}
		c.stands(t, ref, all)
	})
}

// oneOf gives what one meeting of a series is called and when it is, here and on a guest's calendar; "" where it is not.
func (c *mailing) oneOf(t *testing.T, id core.ID, guest *guestCalendar) (ours, theirs string) {
	t.Helper()
	m, err := c.p.Meetings.Get(t.Context(), id)
	ok(t, err)
	if !m.Off() {
		ours = shownAs(t, m.Start, m.End, m.Zone, c.title(t, m), m.Place, m.Link)
	}
	return ours, guest.showsOne(t, m.UID, m.Recurrence)
}

// fits holds what is said of a guest against their calendar.
func (c *mailing) fits(t *testing.T, ref core.Ref, v planner.GuestVersion, ours, has string) {
	t.Helper()
	good := false
	switch v.State {
	case planner.VersionCurrent:
		good = ours == has
	case planner.VersionOldTime:
		good = ours != has
	case planner.VersionOldText:
		good = ours != has || ref.Kind == core.KindSeries // none of its meetings may have the text of the whole
	case planner.VersionStillOn:
		good = ours == "" && has != "" || ref.Kind == core.KindSeries
	case planner.VersionOff:
		event := c.guests[v.Person.ID].all[c.uidOf(t.Context(), ref)]
		good = has == "" || ref.Kind == core.KindSeries && event.whole.off // of one of it they were told again
	case planner.VersionLeft:
		good = has != ""
	case planner.VersionNone, planner.VersionUnheard:
		event := c.guests[v.Person.ID].all[c.uidOf(t.Context(), ref)]
		good = has == "" || !event.whole.known // of one of it they may have been told
	}
	if !good {
		t.Fatalf("%s\n%s of %s is said to be %s\nours   %s\ntheirs %s", c.told(), v.Person.Name, c.called(ref), v.State, ours, has)
	}
}

// stands holds what the lists say of the guests against what they are said to have.
func (c *mailing) stands(t *testing.T, ref core.Ref, all []planner.GuestVersion) {
	t.Helper()
	var rec core.Record
	var err error
	if ref.Kind == core.KindSeries {
		rec, err = c.p.Series.Get(t.Context(), ref.ID)
	} else {
		rec, err = c.p.Meetings.Get(t.Context(), ref.ID)
	}
	ok(t, err)
	said, err := c.p.Replies.Standings(t.Context(), []core.Record{rec})
	ok(t, err)
	for _, v := range all {
		if v.State == planner.VersionLeft {
			continue // what they have is none of their business any more
		}
		if v.State == planner.VersionStillOn && len(c.guests[v.Person.ID].shows(t, c.uidOf(t.Context(), ref), horizon())) == 0 {
			continue // of a series none of whose meetings was left
		}
		marked := planner.VersionCurrent
		for _, g := range said[0] {
			switch {
			case g.Person != v.Person.ID:
			case g.OldTime:
				marked = planner.VersionOldTime
			case g.Off:
				marked = planner.VersionOff
			case g.StillOn:
				marked = planner.VersionStillOn
			case g.OldText:
				marked = planner.VersionOldText
			}
		}
		state := v.State
		if state == planner.VersionNone || state == planner.VersionUnheard {
			state = planner.VersionCurrent // no mark
		}
		if marked != state {
			t.Fatalf("%s\n%s of %s is said to be %s, and marked as %s", c.told(), v.Person.Name, c.called(ref), v.State, marked)
		}
	}
}

func (c *mailing) told() string { return strings.Join(c.log, "\n") }

func (c *mailing) called(ref core.Ref) string {
	return fmt.Sprint(ref.Kind, " ", slices.Index(c.series, ref.ID), slices.Index(c.singles, ref.ID))
}

// settle sends what is owed until nothing is.
func (c *mailing) settle(t *testing.T) {
	t.Helper()
	for range 12 {
		owed, err := c.p.Invitations.Owed(t.Context(), c.refs(t))
		ok(t, err)
		if len(owed) == 0 {
			c.log = append(c.log, "settled")
			return
		}
		msg := owed[c.dice.IntN(len(owed))]
		c.log = append(c.log, fmt.Sprint("owed: ", msg.Method, " ", msg.State, " ", slices.Index(c.series, msg.Of)))
		if err := c.mail(t, msg.Of, msg.Method, planner.Sending{Separately: c.dice.IntN(3) == 0}); err != nil {
			t.Fatalf("%s: %v", c.told(), err)
		}
	}
	t.Fatalf("%s: something is owed for ever", c.told())
}

// settled holds that everybody who was ever told of something has all of it, and what goes on in its stead.
func (c *mailing) settled(t *testing.T) {
	t.Helper()
	c.each(t, func(ref core.Ref, uid string, all []planner.GuestVersion, whole bool) {
		t.Helper()
		for _, v := range all {
			ours, theirs := c.ours(t, uid), c.guests[v.Person.ID].shows(t, uid, horizon())
			over := v.State == planner.VersionOldText && len(ours) == 0 && len(theirs) == 0 // what nobody has needs no new title
			if told := whole && v.State != planner.VersionNone; told && !slices.Equal(ours, theirs) || v.State.Owes() != "" && !over {
				t.Fatalf("%s: %s has of %s (%s)\n%s, not\n%s", c.told(), v.Person.Name, c.called(ref), v.State, strings.Join(theirs, "; "), strings.Join(ours, "; "))
			}
		}
	})
}

// Whatever is planned, moved, renamed, called off, ended, taken back and told, of whom and in what pieces: the planner says of
// each guest that they are up to date if and only if their calendar shows what the organizer's does, and once all that is
// owed was sent, it does.
func TestThePlannerKnowsWhatGuestsHave(t *testing.T) {
	for seed := range uint64(seeds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			c := newMailing(t, seed)
			for range 5 {
				for range 2 + c.dice.IntN(6) {
					c.act(t)
					c.holds(t)
				}
				c.settle(t)
				c.settled(t)
				c.leftNothing(t)
			}
		})
	}
}

// seeds is how many correspondences are tried.
const seeds = 12

package wire

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// sound holds every record against those that it names, as the check of a file does, and reads every list.
func sound(t *testing.T, p *planner.Planner, when string) {
	t.Helper()
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				if err := errors.Join(rec.Validate(), core.Missing(rec, r.Get), planner.Accord(rec, r.Get)); err != nil {
					t.Fatalf("%s: %s: %v", when, core.RefOf(rec), err)
				}
			}
		}
		return nil
	}))
	for _, kind := range core.Kinds() {
		if _, err := p.List(t.Context(), planner.Filter{Kind: kind}); err != nil {
			t.Fatalf("%s: the list of %s: %v", when, kind, err)
		}
	}
}

// Whatever was done, sent, taken back and done again, and in whatever order: no record names one that is gone. What undo
// and redo say that they would reverse they reverse, or refuse by that name.
func TestUndoLeavesNothingThatNamesWhatIsGone(t *testing.T) {
	refused := map[core.Code]int{}
	for seed := range uint64(12) {
		c := newMailing(t, seed)
		h := &history{mailing: c, chance: rand.New(rand.NewPCG(seed, 3)), dir: t.TempDir(), refused: refused}
		for range 6 {
			h.steps(t, 9, "person", "begin", "join", "series", "series", "meeting", "meeting", "invite", "invite", "invite", "split", "agenda", "action", "goal", "note", "off", "delete")
			h.steps(t, h.chance.IntN(9), "undo")
			h.steps(t, h.chance.IntN(4), "redo", "redo", "undo")
		}
	}
	if refused[core.CodeStoodOn] == 0 {
		t.Errorf("nothing stood on anything: %v", refused)
	}
}

type history struct {
	*mailing
	chance  *rand.Rand
	dir     string
	log     []string
	refused map[core.Code]int
}

func (h *history) one(t *testing.T, kind core.Kind) core.ID {
	t.Helper()
	list, err := h.p.List(t.Context(), planner.Filter{Kind: kind})
	ok(t, err)
	if len(list) == 0 {
		return core.ID{}
	}
	return list[h.chance.IntN(len(list))].Base().ID
}

// steps does some things at random, and looks at all that there is after each.
func (h *history) steps(t *testing.T, n int, names ...string) {
	t.Helper()
	for range n {
		h.step(t, names[h.chance.IntN(len(names))])
		sound(t, h.p, fmt.Sprintf("%q", h.log))
	}
}

// step does one thing; what is refused is as good as what is done.
func (h *history) step(t *testing.T, name string) {
	t.Helper()
	h.tick()
	err := h.do(t, name)
	switch core.CodeOf(err) {
	case core.CodeInternal, core.CodeDamaged:
		t.Fatalf("%q, then %s: %v", h.log, name, err)
	case "":
		h.log = append(h.log, name)
	default:
		h.log = append(h.log, fmt.Sprintf("%s (%s)", name, core.CodeOf(err)))
	}
}

func (h *history) do(t *testing.T, name string) error {
	t.Helper()
	ctx, p := t.Context(), h.p
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	title := fmt.Sprint("Step ", len(h.log))
	start := core.NewDate(2026, 12, 1+h.chance.IntN(20)).At(9+h.chance.IntN(8), 0)
	switch name {
	case "person":
		_, err = p.People.Add(ctx, core.Person{Name: title, Emails: []string{fmt.Sprintf("p%d@gst.example", len(h.log))}})
	case "begin":
		_, err = p.Relationships.Begin(ctx, core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
			Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Role: core.RoleMentee}},
		}, map[int]core.Person{1: {Name: title, Emails: []string{fmt.Sprintf("b%d@gst.example", len(h.log))}}})
	case "join":
		who := h.one(t, core.KindPerson)
		err = p.Relationships.Change(ctx, h.rels[1], func(rel *core.Relationship) error {
			rel.Participants = append(rel.Participants, core.Participant{Person: who, Role: core.RoleMentee})
			return nil
		})
	case "series":
		_, err = p.Series.Plan(ctx, core.Series{Relationship: h.one(t, core.KindRelationship), Start: start, Zone: "Europe/Berlin", Rule: pick(h.chance, "FREQ=WEEKLY", "FREQ=DAILY;COUNT=9")})
	case "meeting":
		_, err = p.Meetings.Plan(ctx, core.Meeting{Relationship: h.one(t, core.KindRelationship), Start: start, Title: title})
	case "invite":
		_, err = p.Invitations.Send(ctx, h.one(t, pick(h.chance, core.KindSeries, core.KindSeries, core.KindMeeting)), pick(h.chance, core.MethodRequest, core.MethodRequest, core.MethodCancel), filepath.Join(h.dir, title+".ics"))
	case "split":
		err = h.split(t)
	case "agenda":
		meeting := h.one(t, core.KindMeeting)
		_, err = p.Agendas.Add(ctx, meeting, core.AgendaItem{Text: title, Owner: h.one(t, core.KindPerson)})
	case "action":
		_, err = p.Actions.Add(ctx, core.Action{Title: title, Owner: h.one(t, core.KindPerson), Goal: h.one(t, core.KindGoal), Meeting: h.one(t, core.KindMeeting)})
	case "goal":
		_, err = p.Goals.Add(ctx, core.Goal{Person: h.one(t, core.KindPerson), Title: title})
	case "note":
		kind := pick(h.chance, core.KindMeeting, core.KindGoal, core.KindRelationship)
		_, err = p.Notes.Write(ctx, core.Note{About: core.Ref{Kind: kind, ID: h.one(t, kind)}, Text: title})
	case "off":
		err = p.Series.CallOff(ctx, h.one(t, core.KindSeries), "")
	case "delete":
		err = h.delete(t)
	case "undo":
		err = h.reverse(t, p.Undoable, p.Undo)
	case "redo":
		err = h.reverse(t, p.Redoable, p.Redo)
	}
	return err
}

func (h *history) split(t *testing.T) error {
	t.Helper()
	id := h.one(t, core.KindSeries)
	all, err := h.p.Series.Occurrences(t.Context(), id, core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 1, 20)})
	if err != nil || len(all) < 3 {
		return err
	}
	at := all[1].Recurrence
	_, err = h.p.Series.MoveFrom(t.Context(), id, at, planner.SeriesTime{Start: at.AddMinutes(60)}, 0)
	return err
}

func (h *history) delete(t *testing.T) error {
	t.Helper()
	ctx, p := t.Context(), h.p
	switch kind := pick(h.chance, core.KindPerson, core.KindRelationship, core.KindMeeting, core.KindGoal, core.KindSeries); kind {
	case core.KindPerson:
		return p.People.Delete(ctx, h.one(t, kind))
	case core.KindRelationship:
		return p.Relationships.Delete(ctx, h.one(t, kind))
	case core.KindMeeting:
		return p.Meetings.Delete(ctx, h.one(t, kind))
	case core.KindSeries:
		return p.Series.Delete(ctx, h.one(t, kind))
	}
	return p.Goals.Delete(ctx, h.one(t, core.KindGoal))
}

// reverse undoes or redoes, and holds what was done against what was announced.
func (h *history) reverse(t *testing.T, next func(context.Context) (*planner.Step, error), do func(context.Context) (*planner.Step, error)) error {
	t.Helper()
	named, err := next(t.Context())
	ok(t, err)
	before := contents(t, h.p)
	step, err := do(t.Context())
	if err == nil {
		if named == nil || step.Title != named.Title || step.Args["name"] != named.Args["name"] {
			t.Fatalf("%q: %+v was announced, %+v reversed", h.log, named, step)
		}
		return nil
	}
	h.refused[core.CodeOf(err)]++
	if contents(t, h.p) != before {
		t.Fatalf("%q: refused (%v), something was changed", h.log, err)
	}
	if core.CodeOf(err) == core.CodeNothingToUndo || core.CodeOf(err) == core.CodeNothingToRedo {
		return err
	}
	var stays *planner.Refused
	if !errors.As(err, &stays) || named == nil || stays.Step.Title != named.Title {
		t.Fatalf("%q: %+v was announced, the refusal is %+v", h.log, named, err)
	}
	now, unread := next(t.Context())
	ok(t, unread)
	if (now == nil) != (stays.Next == nil) || now != nil && now.Title != stays.Next.Title {
		t.Fatalf("%q: next is %+v, announced %+v", h.log, now, stays.Next)
	}
	return err
}

// What a meeting that was sent stands on stays with it, and each refusal names its step and the next one; the step that is
// reached at last tells of those that were passed over.
func TestUndoTellsOfWhatItPassesOver(t *testing.T) {
	p, ctx := open(t), t.Context()
	goal, err := p.Goals.Add(ctx, core.Goal{Person: named(t, p, "Sara").Mentees()[0], Title: "Speak up"})
	ok(t, err)
	rel := withEgor(t, p)
	m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: civil("2026-12-08T10:00")})
	ok(t, err)
	_, err = p.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
	ok(t, err)
	_, err = p.Undo(ctx) // the meeting is called off, and stays
	ok(t, err)
	_, err = p.Undo(ctx)
	var stays *planner.Refused
	if !errors.As(err, &stays) || core.CodeOf(err) != core.CodeStoodOn || stays.Step.Title != planner.TitleRelationshipAdded {
		t.Fatalf("what the meeting stands on: %v", err)
	}
	if args := core.Problems(err)[0].Args; args["kind"] != string(core.KindMeeting) || args["n"] != 1 {
		t.Errorf("it does not name what stands on it: %v", args)
	}
	if stays.Next == nil || stays.Next.Title != planner.TitleGoalAdded {
		t.Errorf("next would be %+v", stays.Next)
	}
	sound(t, p, "refused")
	step, err := p.Undo(ctx)
	ok(t, err)
	if step.Title != planner.TitleGoalAdded || len(step.Passed) != 1 || step.Passed[0].Title != planner.TitleRelationshipAdded {
		t.Errorf("%+v", step)
	}
	_, err = p.Redo(ctx)
	ok(t, err)
	if step, err = p.Undo(ctx); err != nil || len(step.Passed) > 0 {
		t.Errorf("told twice: %+v, %v", step, err)
	}
	if _, err := p.Goals.Get(ctx, goal.ID); core.CodeOf(err) != core.CodeNotFound {
		t.Error(err)
	}
}

// That a series that was sent goes on by another one is taken back by the next messages: the former one has its dates again,
// the later one is called off. That a series was planned at all is taken back so too. Done again, it is as it was.
func TestASentSeriesIsTakenBackByTheNextMessage(t *testing.T) {
	p, ctx := open(t), t.Context()
	n := 0
	send := func(id core.ID, method core.Method) *core.Dispatch {
		t.Helper()
		n++
		d, err := p.Invitations.Send(ctx, id, method, filepath.Join(t.TempDir(), fmt.Sprint(n, ".ics")))
		ok(t, err)
		return d
	}
	owed := func(step *planner.Step, want map[core.ID]core.Method) {
		t.Helper()
		all, err := p.Invitations.Owed(ctx, step.Refs)
		ok(t, err)
		got := map[core.ID]core.Method{}
		for _, msg := range all {
			got[msg.Of] = msg.Method
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatal(d)
		}
	}
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=6")
	first := send(s.ID, core.MethodRequest)
	before := starts(t, p, s.ID)
	at := civil("2026-12-17T16:00")
	later, err := p.Series.MoveFrom(ctx, s.ID, at, planner.SeriesTime{Start: at.AddMinutes(60)}, 0)
	ok(t, err)
	ended := send(s.ID, core.MethodRequest)
	send(later.ID, core.MethodRequest)
	apart := starts(t, p, s.ID) + starts(t, p, later.ID)

	step, err := p.Undo(ctx)
	ok(t, err)
	if step.Title != planner.TitleSeriesSplit {
		t.Fatalf("%+v", step)
	}
	if got := starts(t, p, s.ID); got != before {
		t.Errorf("the former series has\n%s, it had\n%s", got, before)
	}
	if got := starts(t, p, later.ID); got != "" {
		t.Errorf("of the later one there is %s", got)
	}
	sound(t, p, "taken back")
	owed(step, map[core.ID]core.Method{s.ID: core.MethodRequest, later.ID: core.MethodCancel})
	again := send(s.ID, core.MethodRequest)
	if !(first.Sequence < ended.Sequence && ended.Sequence < again.Sequence) {
		t.Errorf("sequences %d, %d, %d", first.Sequence, ended.Sequence, again.Sequence)
	}
	off := send(later.ID, core.MethodCancel)

	step, err = p.Redo(ctx)
	ok(t, err)
	if got := starts(t, p, s.ID) + starts(t, p, later.ID); got != apart {
		t.Errorf("done again it is\n%s, it was\n%s", got, apart)
	}
	owed(step, map[core.ID]core.Method{s.ID: core.MethodRequest, later.ID: core.MethodRequest})
	if on := send(later.ID, core.MethodRequest); on.Sequence <= off.Sequence {
		t.Errorf("sequences %d, %d", off.Sequence, on.Sequence)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	step, err = p.Undo(ctx)
	ok(t, err)
	if step.Title != planner.TitleSeriesPlanned || starts(t, p, s.ID) != "" {
		t.Errorf("%+v left %s", step, starts(t, p, s.ID))
	}
	owed(step, map[core.ID]core.Method{s.ID: core.MethodCancel})
	sound(t, p, "all taken back")
}

// rewound makes ids as a clock does that was put back by years.
type rewound struct{ IDs }

// NewID implements planner.IDs.
func (r rewound) NewID() core.ID {
	id := r.IDs.NewID()
	id[0], id[1] = 0, 1
	return id
}

// What was written since a step is looked at however the clock was put back meanwhile: its place in the journal may be before
// that of the step.
func TestUndoSeesWhatAClockPutBackHides(t *testing.T) {
	for _, back := range []bool{false, true} {
		p, ctx := open(t), t.Context()
		rel := withEgor(t, p)
		if back {
			p.IDs = rewound{}
		}
		m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: civil("2026-12-08T10:00")})
		ok(t, err)
		_, err = p.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
		ok(t, err)
		_, err = p.Undo(ctx) // the meeting is called off, and stays
		ok(t, err)
		if _, err = p.Undo(ctx); core.CodeOf(err) != core.CodeStoodOn {
			t.Errorf("put back %v: what the meeting stands on was taken away: %v", back, err)
		}
		sound(t, p, "refused")
	}
}

// withEgor begins a relationship with somebody who is new.
func withEgor(t *testing.T, p *planner.Planner) *core.Relationship {
	t.Helper()
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	rel, err := p.Relationships.Begin(t.Context(), core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Role: core.RoleMentee}},
	}, map[int]core.Person{1: {Name: "Egor", Emails: []string{"egor@gst.example"}}})
	ok(t, err)
	return rel
}

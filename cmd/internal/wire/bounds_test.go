package wire

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// countingStore counts the records that are read, and can pretend to hold a great many actions.
type countingStore struct {
	planner.Store

	actions int               // 0: those that there are
	read    map[core.Kind]int // records handed out
	walked  map[planner.Index]int
	stop    context.CancelFunc // called before an action is given, once; nil for never
}

func (s *countingStore) View(ctx context.Context, read func(planner.Reader) error) error {
	return s.Store.View(ctx, func(r planner.Reader) error { return read(countingReader{r, s}) })
}

type countingReader struct {
	planner.Reader

	s *countingStore
}

func (r countingReader) counted(walk iter.Seq2[core.Record, error]) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		for rec, err := range walk {
			if err == nil {
				r.s.read[rec.Kind()]++
			}
			if !yield(rec, err) {
				return
			}
		}
	}
}

func (r countingReader) Get(ref core.Ref) (core.Record, error) {
	r.s.read[ref.Kind]++
	return r.Reader.Get(ref)
}

func (r countingReader) Keys(q planner.Query) iter.Seq2[planner.IndexEntry, error] {
	return func(yield func(planner.IndexEntry, error) bool) {
		for e, err := range r.Reader.Keys(q) {
			r.s.walked[q.Index]++
			if !yield(e, err) {
				return
			}
		}
	}
}

func (r countingReader) All(kind core.Kind) iter.Seq2[core.Record, error] {
	return r.counted(r.Reader.All(kind))
}

func (r countingReader) Scan(q planner.Query) iter.Seq2[core.Record, error] {
	return r.counted(r.Reader.Scan(q))
}

func (r countingReader) Newest(kind core.Kind) iter.Seq2[core.Record, error] {
	if kind != core.KindAction || r.s.actions == 0 {
		return r.counted(r.Reader.Newest(kind))
	}
	return r.counted(func(yield func(core.Record, error) bool) {
		for i := r.s.actions; i > 0; i-- {
			if r.s.stop != nil {
				r.s.stop()
				r.s.stop = nil
			}
			a := &core.Action{Title: fmt.Sprintf("Zugspitze %d", i)}
			a.ID = core.ID{0: 1, 6: 0x70, 8: 0x80, 12: byte(i >> 24), 13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)}
			if !yield(a, nil) {
				return
			}
		}
	})
}

func counting(t *testing.T) (*planner.Planner, *countingStore) {
	t.Helper()
	p := open(t)
	s := &countingStore{Store: p.Store, read: map[core.Kind]int{}, walked: map[planner.Index]int{}}
	p.Store = s
	return p, s
}

func TestASearchReadsOnlyTheNewestOfMillions(t *testing.T) {
	t.Parallel()
	p, store := counting(t)
	store.actions = 2_000_000
	s := p.NewSearch()
	defer s.Close()
	got, err := s.Find(t.Context(), "amina", 20)
	ok(t, err)
	if got.Newest == 0 || len(got.Found) == 0 {
		t.Errorf("%+v", got)
	}
	if n := store.read[core.KindAction]; n > got.Newest+100 {
		t.Errorf("%d actions were read to find the newest %d", n, got.Newest)
	}
	clear(store.read)
	_, err = s.Find(t.Context(), "tomasz", 20)
	ok(t, err)
	if n := store.read[core.KindAction] + store.read[core.KindMeeting]; n > 20 {
		t.Errorf("the next search reads %d records anew", n)
	}
}

func TestASearchOfFewLeavesNothingOut(t *testing.T) {
	t.Parallel()
	p, store := counting(t)
	store.actions = 20_000
	s := p.NewSearch()
	defer s.Close()
	if got, err := s.Find(t.Context(), "amina", 20); err != nil || got.Newest != 0 {
		t.Errorf("%+v %v", got, err)
	}
}

func TestASearchThatIsCancelledStopsAtOnceAndTheNextGoesOn(t *testing.T) {
	t.Parallel()
	p, store := counting(t)
	store.actions = 2_000_000
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	store.stop = cancel
	s := p.NewSearch()
	defer s.Close()
	if _, err := s.Find(ctx, "amina", 20); core.CodeOf(err) != core.CodeCancelled {
		t.Fatal(err)
	}
	if n := store.read[core.KindAction]; n > 1 {
		t.Errorf("%d actions were read after all", n)
	}
	if got, err := s.Find(t.Context(), "amina", 20); err != nil || len(got.Found) == 0 || got.Newest == 0 {
		t.Errorf("%+v %v", got, err)
	}
}

// What was made last comes first, and nothing is left out.
func TestNewestWalksBackwards(t *testing.T) {
	t.Parallel()
	p := open(t)
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for _, kind := range core.Kinds() {
			var forth, back []core.ID
			for rec, err := range r.All(kind) {
				ok(t, err)
				forth = append(forth, rec.Base().ID)
			}
			for rec, err := range r.Newest(kind) {
				ok(t, err)
				back = append(back, rec.Base().ID)
			}
			slices.Reverse(back)
			if !slices.Equal(forth, back) {
				t.Errorf("%s: %d forth, %d back", kind, len(forth), len(back))
			}
		}
		return nil
	}))
}

// However many meetings a week has, each of its people is read once.
func TestACalendarReadsEachPersonOnce(t *testing.T) {
	t.Parallel()
	p, store := counting(t)
	today, err := p.TodayDate(t.Context())
	ok(t, err)
	dir, err := p.People.Directory(t.Context())
	ok(t, err)
	rels, err := p.Relationships.All(t.Context())
	ok(t, err)
	clear(store.read)
	c, err := p.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: today.AddDays(-60), To: today.AddDays(60)}})
	ok(t, err)
	if len(c.Meetings) < 3*len(rels) {
		t.Fatalf("%d meetings tell nothing", len(c.Meetings))
	}
	if n := store.read[core.KindPerson]; n > len(dir.Rows) {
		t.Errorf("%d people are read %d times", len(dir.Rows), n)
	}
	if n := store.read[core.KindRelationship]; n > 2*len(rels) { // once by the owner's index
		t.Errorf("%d relationships are read %d times", len(rels), n)
	}
	if n := store.read[core.KindWorkspace]; n > 2 {
		t.Errorf("the workspace is read %d times", n)
	}
	meetings, err := p.List(t.Context(), planner.Filter{Kind: core.KindMeeting, Period: core.Period{From: c.Period.From.AddDays(-7), To: c.Period.To.AddDays(3)}})
	ok(t, err)
	if n := store.read[core.KindMeeting]; n > 2*len(meetings) {
		t.Errorf("%d meetings are read %d times", len(meetings), n)
	}
}

// Today comes by none of the promises that others made in relationships and that wait for their day, however many there are:
// those outside of relationships it finds all the same.
func TestTodayPassesOverWhatOthersPromised(t *testing.T) {
	t.Parallel()
	p, store := counting(t)
	ctx := t.Context()
	today, err := p.Today(ctx)
	ok(t, err)
	rels, err := p.Relationships.All(ctx)
	ok(t, err)
	amina := rels[0].Others(today.Owner.ID)[0]
	reads := func() (due, apart int) {
		clear(store.walked)
		today, err = p.Today(ctx)
		ok(t, err)
		return store.walked[planner.ActionsOpen] + store.walked[planner.ActionsDue], store.walked[planner.ActionsApart]
	}
	promise := func(n int, in ...core.ID) {
		for i := range n {
			_, err := p.Actions.Add(ctx, core.Action{Owner: amina, Title: fmt.Sprint("Read page ", i), Due: today.Date.AddDays(30), Relationships: in})
			ok(t, err)
		}
	}
	due, apart := reads()
	others := len(today.Inbox.Others)
	promise(60, rels[0].ID)
	if d, a := reads(); d != due || a != apart {
		t.Errorf("60 promises in a relationship: %d and %d entries are passed, not %d and %d", d, a, due, apart)
	}
	promise(2)
	if d, _ := reads(); d != due || len(today.Inbox.Others) != others+2 {
		t.Errorf("2 outside of any: %d entries, not %d, and %d listed", d, due, len(today.Inbox.Others))
	}
}

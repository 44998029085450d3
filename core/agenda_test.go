package core_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mentorbook/core"
)

func agenda(items ...core.AgendaItem) *core.Meeting {
	m := aMeeting()
	m.ID, m.Agenda = id(1), items
	return m
}

func item(n int) core.AgendaItem { return core.AgendaItem{ID: id(n), Text: "x"} }

func texted(m *core.Meeting) []string {
	var out []string
	for _, a := range m.Agenda {
		out = append(out, a.Text)
	}
	return out
}

func TestAgendaMinutes(t *testing.T) {
	m := agenda(core.AgendaItem{Minutes: 10}, core.AgendaItem{Minutes: 20, Done: true}, core.AgendaItem{})
	if m.AgendaMinutes() != 30 || agenda().AgendaMinutes() != 0 {
		t.Error(m.AgendaMinutes())
	}
}

func TestOpenItems(t *testing.T) {
	done, moved := item(2), item(3)
	done.Done, moved.Moved = true, true
	m := agenda(item(1), done, moved, item(4))
	if got := m.OpenItems(); len(got) != 2 || got[0].ID != id(1) || got[1].ID != id(4) {
		t.Errorf("%+v", got)
	}
	if len(m.Agenda) != 4 {
		t.Error("looking takes something away")
	}
}

func TestCarryOver(t *testing.T) {
	full := core.AgendaItem{
		ID: id(10), Text: "a", Owner: amina, Minutes: 15, Stage: core.StageOptions, Carried: 2, From: id(9),
		Source: core.Ref{Kind: core.KindQuestion, ID: id(800)}, Readers: core.Visibility{Readers: []core.ID{amina, owner}},
	}
	done := core.AgendaItem{ID: id(11), Text: "b", Done: true}
	from := agenda(full, done, core.AgendaItem{ID: id(12), Text: "c"})
	to := agenda(core.AgendaItem{ID: id(20), Text: "d"}, core.AgendaItem{ID: id(21), Text: "e", Done: true})
	to.ID = id(2)
	if n := core.CarryOver(from, to, counter(100)); n != 2 {
		t.Errorf("%d items moved", n)
	}
	if d := cmp.Diff([]string{"a", "c", "d", "e"}, texted(to)); d != "" {
		t.Error(d)
	}
	next := full
	next.ID, next.From, next.Carried = id(100), id(10), 3
	if d := cmp.Diff(next, to.Agenda[0]); d != "" {
		t.Error(d)
	}
	if !from.Agenda[0].Moved || from.Agenda[1].Moved || !from.Agenda[2].Moved || from.Agenda[0].Carried != 2 {
		t.Errorf("%+v", from.Agenda)
	}
	to.Agenda[0].Readers.Readers[0] = boris
	if from.Agenda[0].Readers.Readers[0] != amina {
		t.Error("both meetings share one list of readers")
	}
	if err := from.Validate(); err != nil {
		t.Error(err)
	}
	if err := to.Validate(); err != nil {
		t.Error(err)
	}
}

// After an undo on one side alone, the items stand there already: they are noted as moved, and not brought twice.
func TestCarryOverOfWhatIsThere(t *testing.T) {
	from, to := agenda(item(1), item(2)), agenda()
	to.ID = id(3)
	core.CarryOver(from, to, counter(100))
	from.Agenda[0].Moved = false
	before := slices.Clone(to.Agenda)
	if n := core.CarryOver(from, to, counter(200)); n != 1 {
		t.Errorf("%d", n)
	}
	if d := cmp.Diff(before, to.Agenda); d != "" || !from.Agenda[0].Moved {
		t.Error(d)
	}
}

func TestCarryOverOntoItself(t *testing.T) {
	m := agenda(item(1))
	twin := agenda(item(1)) // the same record, read twice
	if core.CarryOver(m, m, counter(100)) != 0 || core.CarryOver(m, twin, counter(100)) != 0 || m.Agenda[0].Moved || len(twin.Agenda) != 1 {
		t.Error("a meeting is not its own next one")
	}
	unsaved := agenda()
	m.ID, unsaved.ID = core.ID{}, core.ID{}
	if core.CarryOver(m, unsaved, counter(100)) != 1 || len(unsaved.Agenda) != 1 {
		t.Error("two meetings without ids are not one")
	}
}

func TestCarryOverProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := 0
		draw := func(name string, from []core.AgendaItem) []core.AgendaItem {
			var out []core.AgendaItem
			for range rapid.IntRange(0, 8).Draw(t, name) {
				n++
				a := core.AgendaItem{ID: id(n), Text: id(n).String(), Done: rapid.Bool().Draw(t, "done"), Carried: rapid.IntRange(0, 3).Draw(t, "carried")}
				a.Moved = rapid.IntRange(0, 3).Draw(t, "moved") == 0
				if len(from) > 0 && rapid.IntRange(0, 3).Draw(t, "brought") == 0 {
					a.From = rapid.SampledFrom(from).Draw(t, "from").ID // a former carrying-over brought it
				}
				out = append(out, a)
			}
			return out
		}
		from := agenda(draw("from", nil)...)
		to := agenda(draw("to", from.Agenda)...)
		to.ID = id(2)
		open, before := from.OpenItems(), slices.Clone(to.Agenda)
		had := len(from.Agenda)
		fresh := counter(1000)
		moved := core.CarryOver(from, to, fresh)

		if moved != len(open) || len(from.OpenItems()) != 0 || len(from.Agenda) != had {
			t.Fatalf("%d of %d open items moved", moved, len(open))
		}
		// Nothing of the next agenda is lost or changed, and it follows what was brought.
		added := len(to.Agenda) - len(before)
		if added < 0 || !cmp.Equal(slices.Clone(to.Agenda[added:]), before) && len(before) > 0 {
			t.Fatal("the next agenda is not as it was")
		}
		// Each open item stands there once at least, in order, with its count raised.
		at := 0
		for _, o := range open {
			if slices.ContainsFunc(before, func(a core.AgendaItem) bool { return a.From == o.ID }) {
				continue
			}
			if at >= added || to.Agenda[at].From != o.ID || to.Agenda[at].Text != o.Text || to.Agenda[at].Carried != o.Carried+1 || !to.Agenda[at].Open() || to.Agenda[at].ID == o.ID {
				t.Fatalf("%s is lost or out of order", o.Text)
			}
			at++
		}
		if at != added {
			t.Fatalf("%d items out of nowhere", added-at)
		}
		// Once more changes nothing.
		a, b := slices.Clone(from.Agenda), slices.Clone(to.Agenda)
		if again := core.CarryOver(from, to, fresh); again != 0 || !cmp.Equal(a, from.Agenda) || !cmp.Equal(b, to.Agenda) {
			t.Fatalf("once more moves %d", again)
		}
	})
}

func TestShownLeavesOutWhatIsPrivate(t *testing.T) {
	private, shared := item(1), item(2)
	private.Readers, shared.Readers = core.Visibility{}, core.Visibility{Readers: []core.ID{id(8), id(9)}}
	m := agenda(private, shared)
	if got := m.Shown(true); len(got.Agenda) != 1 || got.Agenda[0].ID != shared.ID {
		t.Errorf("%+v", got.Agenda)
	}
	if m.Shown(false) != m || len(m.Agenda) != 2 || m.Agenda[0].ID != private.ID {
		t.Errorf("the meeting itself is another one: %+v", m.Agenda)
	}
}

// What others may see of a meeting is listed field by field: one that is new has to be decided on before it can be shown. The
// agenda goes by the readers of its items, and the owner's own verdict never.
func TestEachFieldOfAMeetingIsShownOrNot(t *testing.T) {
	shown := strings.Fields(`Head Relationship Title Start End Zone Place Link Status MissedBy Reason Unasked Attendance Agenda Help Closed
		Reminders UID Recurrence Series Origin`)
	never := []string{"Useful"}
	m := core.Meeting{Useful: 6}
	of := reflect.TypeFor[core.Meeting]()
	for i := range of.NumField() {
		name := of.Field(i).Name
		if !slices.Contains(append(shown, never...), name) {
			t.Errorf("nobody has said whether others may see %s", name)
		}
	}
	for _, name := range never {
		if v := reflect.ValueOf(*m.Shown(true)).FieldByName(name); !v.IsZero() {
			t.Errorf("others see %s: %v", name, v)
		}
	}
	if m.Shown(false).Useful != 6 {
		t.Error("the owner does not see the verdict")
	}
}

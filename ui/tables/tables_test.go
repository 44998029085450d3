package tables_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/tables"
)

func plan(kind core.Kind, steps int) *planner.TablePlan {
	p := &planner.TablePlan{Kind: kind, Made: map[core.Kind]int{kind: steps}}
	for i := range steps {
		p.Steps = append(p.Steps, planner.TableStep{Line: i + 2, Name: "row", Who: "Amina", Makes: []core.Kind{kind}})
	}
	return p
}

func TestTheKindOfWhichMostCanBeTaken(t *testing.T) {
	wrong := core.Fail(core.CodeNotImport)
	for _, c := range []struct {
		all  []tables.Read
		want int
	}{
		{[]tables.Read{{Kind: core.KindMeeting, Err: wrong}, {Kind: core.KindGoal, Plan: plan(core.KindGoal, 2)}, {Kind: core.KindAction, Plan: plan(core.KindAction, 1)}}, 1},
		{[]tables.Read{{Kind: core.KindMeeting, Plan: plan(core.KindMeeting, 0)}, {Kind: core.KindGoal, Err: wrong}, {Kind: core.KindAction, Plan: plan(core.KindAction, 3)}}, 2},
		{[]tables.Read{{Kind: core.KindMeeting, Err: wrong}, {Kind: core.KindGoal, Err: wrong}}, 0},
	} {
		if got := tables.Best(c.all); got != c.want {
			t.Errorf("%d, not %d", got, c.want)
		}
	}
}

func TestWhatTheImportWouldDoInWords(t *testing.T) {
	w, err := locale.New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	p := plan(core.KindMeeting, 1)
	p.Steps[0].Makes = append(p.Steps[0].Makes, core.KindPerson)
	p.Steps[0].Noon = true
	p.Steps = append(p.Steps, planner.TableStep{Line: 3, Name: "old", Who: "Amina", When: core.NewDate(2026, 1, 2), Known: true})
	p.Known, p.Made[core.KindPerson] = 1, 1
	p.Rejected = []core.Rejected{{Line: 4, Name: "bad", Err: core.FailField(core.CodeBadDate, "due", "value", "x")}}
	p.Unused, p.DayFirst = []string{"Mood"}, true
	m := tables.NewModel(tables.Read{Kind: core.KindMeeting, Plan: p}, w)
	if m.Sum != "Новых: 1 встреча · уже есть: 1 · пропущено: 1" || m.New != 1 || len(m.Notes) != 3 {
		t.Errorf("%q, %q", m.Sum, m.Notes)
	}
	var states []tables.State
	for _, l := range m.Lines {
		states = append(states, l.State)
	}
	if !slices.Equal(states, []tables.State{tables.Refused, tables.New, tables.Known}) {
		t.Errorf("%+v", m.Lines)
	}
	if got := m.Lines[1].Detail; got != "Amina · времени в файле нет: 12:00 · появится новая запись: человек" {
		t.Errorf("%q", got)
	}
}

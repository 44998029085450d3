package wire

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// imported reads a spreadsheet and carries its plan out.
func imported(t *testing.T, p *planner.Planner, kind core.Kind, csv string) *planner.TablePlan {
	t.Helper()
	plan, err := p.Tables.Read(t.Context(), kind, "t.csv", strings.NewReader(csv), nil)
	ok(t, err)
	ok(t, p.Tables.Import(t.Context(), plan, nil))
	return plan
}

// sheets are spreadsheets as people keep them, in both languages, with what the sample has, what it has not,
// and lines that nobody can take.
func sheets() map[core.Kind]string {
	return map[core.Kind]string{
		core.KindMeeting: `Who,Date,Time,Topic,Status,Notes
Amina,2025-03-04,14:00,Kick-off,held,what I thought of it
amina.yusuf@kijani.example,2025-03-11,,Without a time,held,
Leadership circle,2025-03-12,10:00-11:30,Circle,held,
Nora Lind <nora@lind.example>,2025-04-01,10:00,First,held,
nora@lind.example,2025-02-01,10:00,Earlier still,cancelled,she was ill
Nora Lind,2027-02-01,10:00,To come,planned,
Maja Lindqvist,2025-01-01,10:00,With myself,held,
,2025-01-01,10:00,With nobody,held,
`,
		core.KindGoal: `Цель;Чья;Срок;Было;План;Сейчас;Комментарий
Сократить число инцидентов;Иван;31.12.2026;9;2;4;по словам Ивана
Своя цель;;01.02.2027;;;;
Чужая цель;Фёдор Новый;;;;;
Без меры;Иван;32.12.2026;;;;
`,
		core.KindAction: `Action,Owner,With,Due,Done,Notes
Send the outline,Amina,,2026-12-01,,she asked for it
Find a speaker,,Amina,2026-12-02,yes,
Read the paper,Vera Brand,,2026-12-03,,
Ask the board,,Vera Brand,2026-12-04,,
Not hers,Amina,Sara,2026-12-05,,
`,
	}
}

// TestImportTableTwice holds for each sort of spreadsheet: an import makes what its plan says, a second one
// changes nothing, and one undo takes all of the first back.
func TestImportTableTwice(t *testing.T) {
	made := map[core.Kind]map[core.Kind]int{
		core.KindMeeting: {core.KindMeeting: 6, core.KindPerson: 1, core.KindRelationship: 1, core.KindNote: 2},
		core.KindGoal:    {core.KindGoal: 3, core.KindPerson: 1, core.KindNote: 1},
		core.KindAction:  {core.KindAction: 4, core.KindPerson: 1, core.KindRelationship: 1, core.KindNote: 1},
	}
	refused := map[core.Kind][]int{core.KindMeeting: {8, 9}, core.KindGoal: {5}, core.KindAction: {6}}
	for kind, csv := range sheets() {
		t.Run(string(kind), func(t *testing.T) {
			p := open(t)
			before := contents(t, p)
			plan := imported(t, p, kind, csv)
			if fmt.Sprint(plan.Made) != fmt.Sprint(made[kind]) {
				t.Errorf("made %v, not %v", plan.Made, made[kind])
			}
			var lines []int
			for _, r := range plan.Rejected {
				lines = append(lines, r.Line)
			}
			if !slices.Equal(lines, refused[kind]) {
				t.Errorf("refused lines %v, not %v", lines, refused[kind])
			}
			after := contents(t, p)
			if got := strings.Count(after, "\n") - strings.Count(before, "\n"); got != total(made[kind]) {
				t.Errorf("%d more records, not %d", got, total(made[kind]))
			}
			again := imported(t, p, kind, csv)
			if again.Known != made[kind][kind] || total(again.Made) != 0 || contents(t, p) != after {
				t.Errorf("the second import: known %d, made %v", again.Known, again.Made)
			}
			_, err := p.Undo(t.Context())
			ok(t, err)
			if contents(t, p) != before {
				t.Error("undo left something of it")
			}
			_, err = p.Redo(t.Context())
			ok(t, err)
			if contents(t, p) != after {
				t.Error("redo did not bring it back")
			}
			ok(t, p.Tables.Import(t.Context(), plan, nil))
			if contents(t, p) != after {
				t.Error("carrying out the same plan once more changed something")
			}
		})
	}
}

func total(counts map[core.Kind]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// TestImportTableVisibility: what a table says in words is the owner's alone; goals and actions of somebody
// are read by those who read any new one of theirs.
func TestImportTableVisibility(t *testing.T) {
	p := open(t)
	amina := named(t, p, "Amina")
	other := amina.Others(amina.Mentors()[0])[0]
	for kind, csv := range sheets() {
		plan := imported(t, p, kind, csv)
		for _, step := range plan.Steps {
			notes, err := p.Notes.About(t.Context(), step.ID)
			ok(t, err)
			for _, n := range notes {
				if !n.Readers.Private() {
					t.Errorf("line %d: its note is read by %v", step.Line, n.Readers.Readers)
				}
			}
		}
	}
	actions, err := p.Actions.Of(t.Context(), amina.ID)
	ok(t, err)
	for _, title := range []string{"Send the outline", "Find a speaker"} {
		i := slices.IndexFunc(actions, func(a *core.Action) bool { return a.Title == title })
		if i < 0 || !actions[i].Readers.MayRead(other) {
			t.Errorf("%s: not in the relationship, or not read by the mentee", title)
		}
	}
	meetings, err := p.Meetings.Of(t.Context(), amina.ID)
	ok(t, err)
	for _, m := range meetings {
		if strings.Contains(m.Reason, "what I thought") {
			t.Error("a private remark became a reason, which cancellations carry to guests")
		}
	}
}

// TestImportTableWhom looks at whom a row is taken to mean.
func TestImportTableWhom(t *testing.T) {
	p := open(t)
	for _, name := range []string{"Kim Doe", "Kim Roe"} {
		_, err := p.People.Add(t.Context(), core.Person{Name: name})
		ok(t, err)
	}
	for with, want := range map[string]string{
		"Yusuf, Amina": "Amina Yusuf", "AMINA": "Amina Yusuf", "Дмитрий Орлов: три наставника": "Дмитрий Орлов: три наставника",
		"Петров Иван": "Иван Петров", "Kim": "ambiguous", "Kim Doe": "Kim Doe", "not@an@address": "bad_email", "Maja": "not_party",
	} {
		plan, err := p.Tables.Read(t.Context(), core.KindMeeting, "t.csv", strings.NewReader("with;date\n"+with+";2025-01-02\n"), nil)
		ok(t, err)
		got := ""
		for _, s := range plan.Steps {
			got = s.Who
		}
		for _, r := range plan.Rejected {
			got = string(core.CodeOf(r.Err))
		}
		if got != want {
			t.Errorf("%s: %s, not %s", with, got, want)
		}
	}
}

// TestImportTableIsWhole stops an import of several batches after two of them: nothing of it stays.
func TestImportTableIsWhole(t *testing.T) {
	p := open(t)
	before := contents(t, p)
	var csv strings.Builder
	csv.WriteString("action,due\n")
	for i := range 2500 {
		fmt.Fprintf(&csv, "Promise %d,2026-12-01\n", i)
	}
	plan, err := p.Tables.Read(t.Context(), core.KindAction, "t.csv", strings.NewReader(csv.String()), nil)
	ok(t, err)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	err = p.Tables.Import(ctx, plan, func(done int) {
		if done >= 2000 {
			stop()
		}
	})
	if core.CodeOf(err) != core.CodeCancelled {
		t.Fatalf("stopped: %v", err)
	}
	if contents(t, p) != before {
		t.Fatal("a stopped import left something")
	}
	ok(t, p.Tables.Import(t.Context(), plan, nil))
	_, err = p.Undo(t.Context())
	ok(t, err)
	if contents(t, p) != before {
		t.Fatal("one undo did not take all batches back")
	}
}

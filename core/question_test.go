package core_test

import (
	"testing"
	"time"

	"mentorbook/core"
)

func TestQuestionValidate(t *testing.T) {
	refuses(t, aQuestion, []string{"relationship", "meeting"},
		names("asker", func(q *core.Question) *core.ID { return &q.Asker }),
		texts("text", core.MaxText, true, true, func(q *core.Question) *string { return &q.Text }),
		texts("answer", core.MaxText, true, true, func(q *core.Question) *string { return &q.Answer }),
		moments("asked", true, func(q *core.Question) *time.Time { return &q.Asked }),
		moments("answered", false, func(q *core.Question) *time.Time { return &q.Answered }),
		links("visibility.readers", true, func(q *core.Question) *[]core.ID { return &q.Readers.Readers }),
		[]row[core.Question]{
			{"an answer at no time", func(q *core.Question) { q.Answered = time.Time{} }, "required answer", ""},
			{"not answered", func(q *core.Question) { q.Answer, q.Answered = "", time.Time{} }, "", ""},
			{"nothing", func(q *core.Question) { *q = core.Question{} }, "required asker; required text; required asked", ""},
		},
	)
}

func TestWaiting(t *testing.T) {
	for _, c := range []struct {
		name string
		q    core.Question
		want bool
	}{
		{"new", core.Question{}, true},
		{"on an agenda", core.Question{Meeting: id(500)}, false},
		{"answered", core.Question{Answered: noon}, false},
	} {
		if c.q.Waiting() != c.want {
			t.Error(c.name)
		}
	}
}

func TestNoteValidate(t *testing.T) {
	refuses(t, aNote, nil,
		choices("about.kind", func(n *core.Note) *core.Kind { return &n.About.Kind }, core.KindMeeting, core.KindPerson, core.KindGoal, core.KindRelationship),
		names("about.id", func(n *core.Note) *core.ID { return &n.About.ID }),
		names("author", func(n *core.Note) *core.ID { return &n.Author }),
		texts("text", core.MaxText, true, true, func(n *core.Note) *string { return &n.Text }),
		links("visibility.readers", true, func(n *core.Note) *[]core.ID { return &n.Readers.Readers }),
		[]row[core.Note]{
			{"about a question", func(n *core.Note) { n.About.Kind = core.KindQuestion }, "bad_choice about.kind", ""},
			{"nothing", func(n *core.Note) { *n = core.Note{} }, "bad_choice about.kind; required about.id; required author; required text", ""},
		},
	)
}

package planner

import (
	"context"
	"strings"

	"mentorbook/core"
)

// Questions is what can be done with the inbox of questions.
type Questions struct{ e *engine }

// Ask puts a question into the inbox of a relationship, or of nobody yet. Who may read it follows the
// relationship's format unless it is said.
func (s Questions) Ask(ctx context.Context, question core.Question) (*core.Question, error) {
	q := question
	q.Head = core.Head{}
	_, err := s.e.do(ctx, TitleQuestionAsked, named(oneLine(q.Text)), func(u *unit) error {
		ws, err := workspaceOf(u)
		if err != nil {
			return err
		}
		if q.Asker.IsZero() {
			q.Asker = ws.Owner
		}
		q.Asked = u.now
		if q.Relationship.IsZero() {
			return u.put(&q)
		}
		rel, err := load[core.Relationship](u, q.Relationship)
		if err != nil {
			return err
		}
		if q.Readers.Private() {
			q.Readers = QuestionReaders(rel, q.Asker)
		}
		return u.put(&q)
	})
	return &q, err
}

// QuestionReaders gives who will read a question that somebody asks in a relationship, unless it is said otherwise.
func QuestionReaders(rel *core.Relationship, asker core.ID) core.Visibility {
	return rel.DefaultReaders(asker, onlyOther(rel, asker))
}

// Waiting gives the questions in a relationship's inbox, oldest first; a zero id, those put to nobody yet.
func (s Questions) Waiting(ctx context.Context, rel core.ID) ([]*core.Question, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Question, error) {
		return collect(scan[core.Question](r, Query{Index: QuestionsWaiting, Of: rel}))
	})
}

// Change edits a question.
func (s Questions) Change(ctx context.Context, id core.ID, edit func(*core.Question) error) error {
	return change(ctx, s.e, TitleQuestionChanged, id, func(_ *unit, q *core.Question) (string, error) {
		err := edit(q)
		return oneLine(q.Text), err
	})
}

// Edit changes the text of a waiting question and whom it is put to: a relationship, or nobody yet for a zero id. Who reads it
// follows the relationship anew where it is another.
func (s Questions) Edit(ctx context.Context, id core.ID, text string, within core.ID) error {
	return change(ctx, s.e, TitleQuestionChanged, id, func(u *unit, q *core.Question) (string, error) {
		q.Text = text
		if within == q.Relationship {
			return oneLine(text), nil
		}
		if !q.Waiting() {
			return "", core.Fail(core.CodeState, "state", "on_agenda")
		}
		q.Relationship, q.Readers = within, core.Visibility{}
		if within.IsZero() {
			return oneLine(text), nil
		}
		rel, err := load[core.Relationship](u, within)
		if err != nil {
			return "", err
		}
		q.Readers = QuestionReaders(rel, q.Asker)
		return oneLine(text), nil
	})
}

// Place puts a waiting question on the agenda of a planned meeting of its relationship.
func (s Questions) Place(ctx context.Context, id, meeting core.ID) error {
	return change(ctx, s.e, TitleQuestionPlaced, id, func(u *unit, q *core.Question) (string, error) {
		m, err := load[core.Meeting](u, meeting)
		if err != nil {
			return "", err
		}
		if !m.Planned() {
			return "", core.Fail(core.CodeState, "state", string(m.Status))
		}
		text, err := placeQuestion(u, q, m)
		if err != nil {
			return "", err
		}
		return text, u.put(m)
	})
}

// placeQuestion puts a question on an agenda and keeps it; the meeting is left to be kept. It gives the item's text.
func placeQuestion(u *unit, q *core.Question, m *core.Meeting) (string, error) {
	switch {
	case !q.Answered.IsZero():
		return "", core.Fail(core.CodeState, "state", "answered")
	case !q.Waiting():
		return "", core.Fail(core.CodeState, "state", "on_agenda")
	}
	q.Meeting = m.ID
	text := oneLine(q.Text)
	m.Agenda = append(m.Agenda, core.AgendaItem{
		ID: u.newID(), Text: text, Owner: q.Asker, Source: core.RefOf(q), Readers: q.Readers,
	})
	return text, u.put(q)
}

// oneLine gives a text as an agenda item can hold it.
func oneLine(s string) string {
	s = core.CleanLine(s)
	if r := []rune(s); len(r) > core.MaxLine {
		s = strings.TrimSpace(string(r[:core.MaxLine-1])) + "…"
	}
	return s
}

// Answer closes a question with its answer.
func (s Questions) Answer(ctx context.Context, id core.ID, answer string) error {
	return change(ctx, s.e, TitleQuestionAnswered, id, func(u *unit, q *core.Question) (string, error) {
		if core.CleanLine(answer) == "" {
			return "", core.FailField(core.CodeRequired, "answer")
		}
		q.Answer, q.Answered = answer, u.now
		return oneLine(q.Text), nil
	})
}

// Delete removes a question.
func (s Questions) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleQuestionDeleted, args, func(u *unit) error {
		q, err := load[core.Question](u, id)
		if err != nil {
			return err
		}
		args["name"] = oneLine(q.Text)
		return u.remove(core.RefOf(q))
	})
	return err
}
